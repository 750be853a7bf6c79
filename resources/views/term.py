"""The page of a population, an outcome or a topic: all that the site has about it."""

from django.apps import apps
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from wagtail.models import Locale

from core.formats import listed
from core.paging import page_of
from core.querysets import ShownQuerySet
from core.read_only import read_only
from resources.models import Term
from resources.models.statistic import STATISTICS_ON_A_PAGE
from resources.vocabulary.in_use import resources_about, statistics_about, terms_in_use
from resources.vocabulary.kinds import HEADINGS, KIND_OF_PART

# Of how many things the description for search engines speaks.
TERMS_OF_A_SUMMARY, TITLES_OF_A_SUMMARY = 12, 4


@read_only
def terms(request, part):
    """All terms of a kind that something has been published about."""
    kind = KIND_OF_PART[part]
    used = terms_in_use(kind)
    context = {"heading": HEADINGS[kind], "part": part, "terms": used}
    context["summary"] = listed([term.name for term in used[:TERMS_OF_A_SUMMARY]])
    return render(request, "resources/terms.html", context)


@read_only
def term(request, part, slug):
    """The statistics and resources about a term, and what readers can do.

    Not found while nothing about it has been published.
    """
    found = get_object_or_404(Term, kind=KIND_OF_PART[part], slug=slug)
    statistics = page_of(request, statistics_about(found), STATISTICS_ON_A_PAGE)
    resources = resources_about(found)
    if not (statistics.paginator.count or resources):
        raise Http404(_("Nothing has been published about this yet."))
    context = {"term": found, "part": part, "heading": HEADINGS[found.kind]}
    titles = (page.title for page in [*statistics, *resources][:TITLES_OF_A_SUMMARY])
    context["summary"] = found.definition or "; ".join(titles)
    context |= {"statistics": statistics, "resources": resources, "pledges": pledges_to_sign()}
    return render(request, "resources/term.html", context)


def pledges_to_sign() -> list:
    """Return the pledges that can be signed in the language of the address, with their actions."""
    shown = ShownQuerySet(apps.get_model("forms.PledgePage")).shown()
    here = shown.filter(locale=Locale.get_active()).prefetch_related("actions_to_tick")
    return [page for page in here.order_by("path") if page.is_open]
