"""The statistics and their figures."""

from home.loader.data import read
from home.loader.pages import add_page, seed_key
from home.loader.terms import load_terms, term
from resources.models import Figure, StatisticIndexPage, StatisticPage, TermKind

POINTS_TO = {
    "outcome": TermKind.OUTCOME,
    "group": TermKind.POPULATION,
    "comparison_group": TermKind.POPULATION,
}


def load_statistics(home) -> list[str]:
    """Add the statistics page and its statistics; return the titles of what was added."""
    load_terms()
    data = read("statistics")
    statistics = data.pop("statistics")
    common = {"stated_by": data.pop("stated_by"), "on_home_page": True}
    reason = data.pop("unsourced_reason")
    pages = [add_page(home, StatisticIndexPage, show_in_menus=True, **data)]
    index = pages[0][0]
    for statistic in statistics:
        rows = [row | {"unsourced_reason": reason} for row in statistic.pop("figures")]
        figures = [figure(row, f"{statistic['slug']}/{n}") for n, row in enumerate(rows, start=1)]
        topics = [term(TermKind.TOPIC, name) for name in statistic.pop("topics")]
        relations = {"figures": figures}, {"topics": list(filter(None, topics))}
        pages.append(add_page(index, StatisticPage, *relations, **common, **statistic))
    return [page.title for page, added in pages if added]


def figure(row: dict, name: str) -> Figure:
    """Return a figure, not saved, with the terms that its row of the seed names.

    Its id is made from its name, so that the same figure has the same address everywhere.
    """
    terms = {part: term(kind, row.get(part)) for part, kind in POINTS_TO.items()}
    return Figure(translation_key=seed_key(Figure, name), **row | terms)
