"""The values of a trend series, as a table year by year."""

from dataclasses import dataclass
from decimal import Decimal

from resources.figures.kinds import FigureKind
from resources.figures.numbers import formatted
from resources.figures.numerals import unit, with_unit


@dataclass(frozen=True)
class Year:
    """One row; `comparison` is "" where there is none."""

    year: int
    value: str
    comparison: str


@dataclass(frozen=True)
class YearTable:
    """The rows, and whether there is a column for the comparison."""

    rows: list[Year]

    @property
    def is_compared(self) -> bool:
        return any(row.comparison for row in self.rows)


def by_year(figure) -> YearTable | None:
    """Return the table of a series, None where there is nothing to tabulate."""
    if figure.kind != FigureKind.SERIES or figure.is_suppressed or not figure.series:
        return None
    rows = [
        Year(p.year, cell(figure, p.value), cell(figure, p.comparison_value)) for p in figure.series
    ]
    return YearTable(rows)


def cell(figure, value: Decimal | None) -> str:
    return "" if value is None else with_unit(formatted(value), unit(figure))
