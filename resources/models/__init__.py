from resources.models.correction import Correction
from resources.models.figure import Figure
from resources.models.library import ResourceIndexPage, Shelf
from resources.models.link import Link, LinkCheck, LinkLease, LinkState, LinkUse
from resources.models.publisher import Publisher
from resources.models.resource import ResourcePage
from resources.models.source import Source
from resources.models.statistic import StatisticIndexPage, StatisticPage
from resources.models.term import FormerName, Term, TermWording
from resources.models.typed_number import TypedNumber
from resources.models.version import FigureVersion
from resources.vocabulary.kinds import TermKind

__all__ = [
    "Correction",
    "Figure",
    "FigureVersion",
    "FormerName",
    "Link",
    "LinkCheck",
    "LinkLease",
    "LinkState",
    "LinkUse",
    "Publisher",
    "ResourceIndexPage",
    "ResourcePage",
    "Shelf",
    "Source",
    "StatisticIndexPage",
    "StatisticPage",
    "Term",
    "TermKind",
    "TermWording",
    "TypedNumber",
]
