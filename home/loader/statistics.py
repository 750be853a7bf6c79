"""The statistics and their figures."""

from home.loader.data import read
from home.loader.pages import add_page
from resources.models import Figure, StatisticIndexPage, StatisticPage


def load_statistics(home) -> list[str]:
    """Add the statistics page and its statistics; return the titles of what was added."""
    data = read("statistics")
    statistics = data.pop("statistics")
    common = {"stated_by": data.pop("stated_by"), "on_home_page": True}
    pages = [add_page(home, StatisticIndexPage, show_in_menus=True, **data)]
    index = pages[0][0]
    for statistic in statistics:
        figures = [Figure(**figure) for figure in statistic.pop("figures")]
        children = {"figures": figures}
        pages.append(add_page(index, StatisticPage, children, **common, **statistic))
    return [page.title for page, added in pages if added]
