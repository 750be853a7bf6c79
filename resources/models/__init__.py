from resources.models.figure import Figure
from resources.models.resource import ResourceIndexPage, ResourcePage, Shelf
from resources.models.statistic import StatisticIndexPage, StatisticPage

__all__ = [
    "Figure",
    "ResourceIndexPage",
    "ResourcePage",
    "Shelf",
    "StatisticIndexPage",
    "StatisticPage",
]
