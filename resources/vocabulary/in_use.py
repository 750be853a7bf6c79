"""Which terms readers find something about, and how much. Models by name: they use this module."""

from collections import Counter
from functools import reduce
from operator import or_

from django.apps import apps
from django.db.models import Count, Q
from wagtail.models import Locale

from resources.vocabulary.kinds import TermKind


def shown(model: str):
    """Return the pages of a type that readers may see, in the language of the address."""
    return apps.get_model(f"resources.{model}").objects.shown().filter(locale=Locale.get_active())


def figures():
    return apps.get_model("resources.Figure").objects


def statistics_about(term):
    """Return the statistics about a term that readers may see."""
    if term.kind == TermKind.AUDIENCE:
        return shown("StatisticPage").none()
    if term.kind == TermKind.TOPIC:
        return shown("StatisticPage").filter(topics=term)
    return shown("StatisticPage").filter(pk__in=figures().about(term).values("page"))


def resources_about(term):
    """Return the resources about a term, or for an audience, that readers may see."""
    role = "audiences" if term.kind == TermKind.AUDIENCE else "about"
    return shown("ResourcePage").filter(**{role: term})


def terms_in_use(kind: TermKind) -> list:
    """Return the terms of a kind that published statistics name, each with their number `count`.

    Audiences are those of resources, since no statistic names one. Most used first.
    Needs the same few queries for any number of terms and statistics.
    """
    counts = COUNTS[kind](shown("StatisticPage").order_by().values("pk"))
    terms = list(apps.get_model("resources.Term").objects.filter(pk__in=counts))
    for term in terms:
        term.count = counts[term.pk]
    return sorted(terms, key=lambda term: (-term.count, term.name.casefold()))


def counts_of_topics(pages) -> Counter:
    through = apps.get_model("resources.StatisticPage").topics.through
    return counted(through.objects.filter(statisticpage__in=pages), "term", "statisticpage")


def counts_of_audiences(_statistics) -> Counter:
    through = apps.get_model("resources.ResourcePage").audiences.through
    resources = shown("ResourcePage").order_by().values("pk")
    return counted(through.objects.filter(resourcepage__in=resources), "term", "resourcepage")


def counts_of_outcomes(pages) -> Counter:
    return counted(figures().filter(page__in=pages), "outcome", "page")


def counts_of_populations(pages) -> Counter:
    """A statistic counts once for a population, whether it is the group or the comparison."""
    shown = figures().filter(page__in=pages).order_by()
    as_group = shown.exclude(group=None).values_list("group", "page")
    as_comparison = shown.exclude(comparison_group=None).values_list("comparison_group", "page")
    return Counter(population for population, _page in as_group.union(as_comparison))


def counted(rows, term: str, what: str) -> Counter:
    """Return how many different `what` the rows of each term have."""
    pairs = rows.exclude(**{term: None}).order_by().values_list(term)
    return Counter(dict(pairs.annotate(count=Count(what, distinct=True))))


COUNTS = {
    TermKind.POPULATION: counts_of_populations,
    TermKind.OUTCOME: counts_of_outcomes,
    TermKind.TOPIC: counts_of_topics,
    TermKind.AUDIENCE: counts_of_audiences,
}


def terms_with_a_page():
    """Return the terms about which something is published in the language of the address."""
    statistics = shown("StatisticPage").order_by().values("pk")
    resources = shown("ResourcePage").order_by().values("pk")
    named = figures().filter(page__in=statistics).order_by()
    by_figures = [Q(pk__in=named.values(role)) for role in ("outcome", "group", "comparison_group")]
    by_pages = [
        Q(pk__in=through.filter(**{f"{page}__in": pages}).values("term"))
        for through, page, pages in (
            (links("StatisticPage", "topics"), "statisticpage", statistics),
            (links("ResourcePage", "about"), "resourcepage", resources),
            (links("ResourcePage", "audiences"), "resourcepage", resources),
        )
    ]
    found = reduce(or_, [*by_figures, *by_pages])
    return apps.get_model("resources.Term").objects.filter(found).order_by("pk")


def sources_with_a_page():
    """Return the sources on which a figure rests that is published in the language read."""
    statistics = shown("StatisticPage").order_by().values("pk")
    resting = figures().filter(page__in=statistics).order_by()
    through = apps.get_model("resources.Figure").sources.through.objects
    used = through.filter(figure__in=resting.values("pk")).values("source")
    return apps.get_model("resources.Source").objects.filter(pk__in=used).order_by("pk")


def links(model: str, relation: str):
    return getattr(apps.get_model(f"resources.{model}"), relation).through.objects
