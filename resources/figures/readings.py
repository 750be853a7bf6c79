"""All that is made from a figure's data, by the names that templates ask for."""

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property

from resources.figures import by_year, charts, derived, numerals, period, uncertainty
from resources.figures.sentence import sentence
from resources.figures.series import Point, points_of


class Readings:
    """What a figure says, each in one of the ways in which it is shown."""

    @property
    def numerals(self):
        """Its numbers, written large."""
        return numerals.numerals(self)

    @property
    def in_words(self) -> str:
        """What it says, as one line."""
        return numerals.in_words(self)

    @property
    def interval(self) -> str:
        """The bounds of its value, empty where they are not known."""
        return uncertainty.interval(self)

    @property
    def comparison_interval(self) -> str:
        """The bounds of its comparison's value, empty where they are not known."""
        return uncertainty.comparison_interval(self)

    @property
    def period_in_words(self) -> str:
        """When it was counted, empty where that is not known."""
        return period.period_in_words(self)

    @property
    def sentence(self) -> str:
        """What its data say, as one sentence."""
        return sentence(self)

    @property
    def shown_unit(self) -> str:
        """The sign that belongs to its number."""
        return numerals.unit(self)

    @cached_property
    def series(self) -> list[Point]:
        """The points of a trend series; none where what was typed cannot be read."""
        try:
            return points_of(self.points)
        except ValidationError:
            return []

    @property
    def chart(self):
        """Its chart on a card, None where there is no number to draw."""
        return charts.chart(self)

    @property
    def charts(self):
        """All its charts."""
        return charts.charts(self)

    @property
    def derived(self) -> list[derived.Derived]:
        """What follows from its measured numbers."""
        return derived.derived(self)

    @property
    def by_year(self) -> by_year.YearTable | None:
        """The table of a series, None of other figures."""
        return by_year.by_year(self)

    @property
    def absolute(self) -> str:
        """The measured values behind it, or that there are none; empty where none are needed."""
        return derived.absolute(self)
