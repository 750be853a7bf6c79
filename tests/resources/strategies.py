"""Generates figures of every kind that are right, and what makes each of them wrong."""

from decimal import Decimal

from hypothesis import strategies as st

from resources.figures.kinds import RELATIVE, WITHOUT_NUMBER, Direction, FigureKind, Qualifier
from tests import builders

KINDS = list(FigureKind)
SHARES = {FigureKind.SHARE, FigureKind.LESS}
# No name has a digit, so that each digit in a text is of a number.
NAMES = ["women", "U.S. Latinos", "those <b>& %(number)s", "Años y “niños”"]
OTHERS = ["others", "men in the U.S.", "whites"]
UNITS = ["%", "per 100,000", "deaths", "/km²"]


def numbers(most=10**9, least=0):
    """Decimals as the fields of a figure hold them, small and round ones among them."""
    whole = st.integers(least, most).map(Decimal)
    return whole | st.integers(0, 4).flatmap(
        lambda places: st.decimals(least, most, places=places, allow_nan=False)
    )


def number_of(kind, unit):
    return numbers(100 if kind in SHARES or unit == "%" else 10**6)


@st.composite
def intervals(draw, value, most):
    """The two bounds of an interval that holds a value; or none."""
    if not draw(st.booleans()):
        return None, None
    low = draw(numbers(int(value)))
    return low, draw(st.sampled_from([value, max(value, most)]))


@st.composite
def series(draw, unit):
    """The lines of a series of two to six years, as somebody would type them."""
    years = sorted(draw(st.sets(st.integers(1900, 2100), min_size=2, max_size=6)))
    compared = draw(st.booleans())
    number = number_of("", unit)
    lines = [[year, draw(number), *([draw(number)] if compared else [])] for year in years]
    return "\n".join(" ".join(f"{part:f}" if i else str(part) for i, part in enumerate(line))
                     for line in lines)  # fmt: skip


@st.composite
def fields_of_number(draw, kind, unit):
    """The numbers of a kind that has one."""
    if kind == FigureKind.SERIES:
        return {"points": draw(series(unit))}
    value = draw(number_of(kind, unit if kind in {FigureKind.PAIR, FigureKind.RATE} else ""))
    low, high = draw(intervals(value, Decimal(100)))
    found = {"value": value, "low": low, "high": high}
    if kind == FigureKind.PAIR:
        other = draw(number_of(kind, unit))
        low, high = draw(intervals(other, Decimal(100)))
        found |= {"comparison_value": other, "comparison_low": low, "comparison_high": high}
    if kind in RELATIVE and draw(st.booleans()):
        found |= draw(bases(kind))
    return found


@st.composite
def bases(draw, kind):
    """Two measured values, and the value that they give."""
    base = draw(st.decimals("0.1", 100, places=1))
    other = draw(st.decimals("0.1", 100, places=1))
    if kind != FigureKind.RATIO:
        base, other = sorted([base, other], reverse=kind == FigureKind.MORE)
    times = base / other
    value = {
        FigureKind.RATIO: times,
        FigureKind.MORE: (times - 1) * 100,
        FigureKind.LESS: (1 - times) * 100,
    }[kind]
    measured = {"base_value": base, "base_comparison_value": other}
    return {"value": round(value, 4), "low": None, "high": None, "qualifier": "", **measured}


@st.composite
def fields(draw, kind):
    """The fields of a right figure of a kind."""
    unit = draw(st.sampled_from(UNITS))
    found = {
        "kind": kind,
        "unit": unit,
        "outcome": builders.unsaved_term("outcome", "death", draw(st.sampled_from(["", "die"]))),
        "group": draw(st.sampled_from(NAMES)),
        "comparison_group": draw(st.sampled_from(OTHERS)),
        "qualifier": draw(st.sampled_from(["", *Qualifier])),
        "place": draw(st.sampled_from(["", "Utah"])),
        "caveat": draw(st.sampled_from(["", "often"])),
        "n": draw(st.none() | st.integers(1, 10**6)),
        "confidence": draw(st.sampled_from([None, 95])),
        "higher_is_better": draw(st.booleans()),
    }
    if kind in WITHOUT_NUMBER:
        return found | {"direction": draw(st.sampled_from(list(Direction))), "qualifier": ""}
    return found | draw(fields_of_number(kind, unit))


def figures(kinds=KINDS):
    """Right figures of these kinds."""
    found = st.sampled_from(kinds).flatmap(fields)
    return found.map(lambda given: builders.figure(**given))


# What makes a figure of these kinds wrong, and the field that is named then.
MUTATIONS = [
    (KINDS, {"comparison_group": "women", "group": "women"}, "comparison_group"),
    (KINDS, {"from_year": 2020, "to_year": 2019}, "to_year"),
    (KINDS, {"n": 0}, "n"),
    (KINDS, {"low": Decimal(5), "high": Decimal(4)}, None),
    ([FigureKind.RATE, FigureKind.PAIR, FigureKind.SERIES], {"unit": ""}, "unit"),
    ([FigureKind.PAIR], {"comparison_value": None}, "comparison_value"),
    ([FigureKind.PAIR], {"unit": "%", "comparison_value": Decimal(101)}, "comparison_value"),
    ([FigureKind.SHARE, FigureKind.LESS], {"value": Decimal("100.1")}, "value"),
    ([FigureKind.SERIES], {"points": "2010 1\n2010 2"}, "points"),
    ([FigureKind.SERIES], {"points": "2010 1"}, "points"),
    ([FigureKind.SERIES], {"unit": "%", "points": "2010 1\n2011 100.5"}, "points"),
    ([FigureKind.TREND, FigureKind.DIRECTION], {"direction": ""}, "direction"),
    ([FigureKind.TREND, FigureKind.DIRECTION], {"value": Decimal(1)}, "value"),
    (sorted(RELATIVE), {"base_value": Decimal(1), "base_comparison_value": None},
     "base_comparison_value"),
    (sorted(RELATIVE), {"value": Decimal(90), "base_value": Decimal(5), "qualifier": "",
                        "base_comparison_value": Decimal(5)}, "base_value"),
    ([k for k in KINDS if k not in WITHOUT_NUMBER and k != FigureKind.SERIES],
     {"value": Decimal("NaN")}, "value"),
    ([k for k in KINDS if k not in WITHOUT_NUMBER and k != FigureKind.SERIES],
     {"value": Decimal(-1)}, "value"),
    ([k for k in KINDS if k not in WITHOUT_NUMBER and k != FigureKind.SERIES],
     {"is_suppressed": True}, "value"),
]  # fmt: skip
