"""Terms, sources and publishers: those that something published names, and no others."""

from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, FilterSet

from core.api.viewsets import CollectionAPIViewSet
from core.columns import Column, with_host
from resources.models import Publisher, Source, Term, TermKind
from resources.vocabulary.in_use import shown, sources_with_a_page, terms_with_a_page


class TermFilters(FilterSet):
    kind = ChoiceFilter(label=_("Kind"), choices=TermKind.choices)


class TermsAPIViewSet(CollectionAPIViewSet):
    about = _("Populations, outcomes, topics and audiences, each under one name in each language.")
    model = Term
    filterset_class = TermFilters
    columns = {
        "kind": Column(_("population, outcome, topic or audience."), lambda term: term.kind),
        "slug": Column(_("Its part of the address, which stays."), lambda term: term.slug),
        "name": Column(_("The name that the site uses."), lambda term: term.name),
        "definition": Column(_("What is meant by it."), lambda term: term.definition),
        "former_names": Column(
            _("Former and other names."),
            lambda term: [former.name for former in term.former_names.all()],
        ),
        "page": Column(
            _("Where this site shows all about it."), lambda term: with_host(term.address)
        ),
    }

    def get_queryset(self):
        return terms_with_a_page().prefetch_related("former_names")


class SourcesAPIViewSet(CollectionAPIViewSet):
    about = _("Reports, articles and data sets on which the figures rest.")
    model = Source
    columns = {
        "producer": Column(_("Who produced it."), lambda source: source.producer),
        "title": Column(_("Its title."), lambda source: source.title),
        "citation": Column(_("How it is cited."), lambda source: source.cited),
        "address": Column(_("Where it can be read."), lambda source: source.address),
        "published_on": Column(_("When it was published."), lambda source: source.published_on),
        "accessed_on": Column(_("When it was last read."), lambda source: source.accessed_on),
        "licence": Column(_("Under which its data may be used."), lambda source: source.licence),
        "page": Column(
            _("Where this site lists what rests on it."),
            lambda source: with_host(source.page_address),
        ),
    }

    def get_queryset(self):
        return sources_with_a_page()


class PublishersAPIViewSet(CollectionAPIViewSet):
    about = _("Who published the resources of the library.")
    model = Publisher
    columns = {
        "slug": Column(_("What resources are filtered by."), lambda publisher: publisher.slug),
        "name": Column(_("Its name."), lambda publisher: publisher.name),
        "acronym": Column(_("Its acronym."), lambda publisher: publisher.acronym),
        "website": Column(_("The address of its own site."), lambda publisher: publisher.website),
        "is_member": Column(
            _("Whether it has been a member society."),
            lambda publisher: publisher.society_key is not None,
        ),
    }

    def get_queryset(self):
        """Return those of resources that are published in the language read."""
        resources = shown("ResourcePage").order_by().values("publisher")
        return Publisher.objects.filter(pk__in=resources).order_by("pk")
