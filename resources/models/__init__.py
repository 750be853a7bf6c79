from resources.models.figure import Figure
from resources.models.library import ResourceIndexPage, Shelf
from resources.models.resource import ResourcePage
from resources.models.statistic import StatisticIndexPage, StatisticPage

__all__ = [
    "Figure",
    "ResourceIndexPage",
    "ResourcePage",
    "Shelf",
    "StatisticIndexPage",
    "StatisticPage",
]
