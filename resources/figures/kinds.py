"""The kinds of figures, and the words that go with them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class FigureKind(models.TextChoices):
    """What a figure says; the sentence, the chart and the table follow from it."""

    RATIO = "ratio", _("Ratio: so many times the comparison")
    MORE = "more", _("Percent more than the comparison")
    LESS = "less", _("Percent less than the comparison")
    DISPARITY = "disparity", _("Disparity in percent, as published without its base")
    SHARE = "share", _("Share of a group, in percent")
    RATE = "rate", _("Rate, for example per 100,000")
    PAIR = "pair", _("Two shares or rates side by side")
    SERIES = "series", _("Trend series: a value for each year")
    TREND = "trend", _("Trend without a number")
    DIRECTION = "direction", _("Direction without a number")


class Qualifier(models.TextChoices):
    """The word before a value that keeps it honest."""

    ABOUT = "about", _("about")
    NEARLY = "nearly", _("nearly")
    MORE_THAN = "more_than", _("more than")
    LESS_THAN = "less_than", _("less than")
    UP_TO = "up_to", _("up to")


class Direction(models.TextChoices):
    """Which way a figure without a number points, seen from the group."""

    HIGHER = "higher", _("higher")
    LOWER = "lower", _("lower")
    FASTER = "faster", _("falling faster")
    SLOWER = "slower", _("falling more slowly")


WITHOUT_NUMBER = {FigureKind.TREND, FigureKind.DIRECTION}
# Made of two measured numbers, one of which the reader does not see.
RELATIVE = {FigureKind.RATIO, FigureKind.MORE, FigureKind.LESS}
NEEDS_UNIT = {FigureKind.RATE, FigureKind.PAIR, FigureKind.SERIES}
PERCENT = {FigureKind.MORE, FigureKind.LESS, FigureKind.DISPARITY, FigureKind.SHARE}
