"""Whatever the figure: all that is made from it says the same, and nothing more."""

import json
import re
from decimal import Decimal
from fractions import Fraction

from bs4 import BeautifulSoup
from django.core.serializers.json import DjangoJSONEncoder
from django.template.loader import render_to_string
from hypothesis import given, settings
from hypothesis import strategies as st

from core.csv_file import cell
from resources.figures.card import card_text
from resources.figures.frequencies import frequency
from resources.figures.kinds import RELATIVE, WITHOUT_NUMBER, FigureKind
from resources.figures.numbers import formatted, rounded
from resources.figures.numerals import unit, with_unit
from resources.figures.record import claim
from resources.figures.rules import problems_of
from resources.reuse.json_rows import plain
from tests.markup import words
from tests.resources.strategies import KINDS, MUTATIONS, figures, numbers

checked = settings(derandomize=True, max_examples=150, deadline=None, database=None)
DIGIT = re.compile(r"\d")


def shown(figure):
    """The texts of a figure's parts, as a reader meets them."""
    html = {
        name: render_to_string(f"components/{name}.html", {"figure": figure, "scale": True})
        for name in ("figure", "figure_table")
    }
    card = card_text(figure)
    return {
        **{name: words(BeautifulSoup(text, "html.parser")) for name, text in html.items()},
        "charts": " ".join(f"{chart.summary} {chart.scale}" for chart in figure.charts),
        "sentence": figure.sentence,
        "card": " ".join([*map(str, card.numerals), card.direction]),
        "sentence on the card": card.sentence,
    }


def ends_of_series(figure):
    """The values that a sentence about a series says: the first and last of each group."""
    own = [point.value for point in figure.series]
    others = [p.comparison_value for p in figure.series if p.comparison_value is not None]
    return [values[end] for values in (own, others) if values for end in (0, -1)]


def values(figure):
    """The numbers that a figure claims and its sentence must say."""
    if figure.kind == FigureKind.SERIES:
        return ends_of_series(figure)
    found = [figure.value, *([figure.comparison_value] if figure.kind == FigureKind.PAIR else [])]
    return [value for value in found if value is not None]


def said(figure, value):
    """A number with its unit; a ratio's sign is a word within a sentence."""
    return with_unit(formatted(value), "" if figure.kind == FigureKind.RATIO else unit(figure))


@checked
@given(figures())
def test_every_part_says_the_same_numbers(figure):
    texts = shown(figure)
    for value in values(figure):
        for part in ("sentence", "sentence on the card", "figure_table"):
            assert said(figure, value) in texts[part], part
    latest = values(figure)[1:2] if figure.kind == FigureKind.SERIES else values(figure)
    for value in latest:
        for part in ("card", "figure"):
            assert said(figure, value) in texts[part], part
    if figure.charts:
        assert all(said(figure, value) in texts["charts"] for value in values(figure))


@checked
@given(figures(list(WITHOUT_NUMBER)))
def test_a_figure_without_a_number_shows_none(figure):
    texts = shown(figure)
    assert figure.get_direction_display() in texts["card"].lower()
    for part in ("sentence", "figure", "charts", "card"):
        assert not DIGIT.search(texts[part])


@checked
@given(figures())
def test_the_record_holds_the_same_numbers(figure):
    record = json.loads(json.dumps(claim(figure), cls=DjangoJSONEncoder))
    for name in ("value", "comparison_value", "low", "high", "base_value"):
        held = None if record[name] is None else Decimal(record[name])
        assert held == getattr(figure, name)
    assert [Decimal(p["value"]) for p in record["points"]] == [p.value for p in figure.series]
    assert record["unit"] == figure.shown_unit


@checked
@given(figures())
def test_the_files_that_readers_get_hold_the_same_numbers_and_unit(figure):
    said = claim(figure)
    written = json.loads(json.dumps(said, default=plain), parse_float=Decimal, parse_int=Decimal)
    names = [name for name, value in said.items() if isinstance(value, Decimal)]
    assert names or figure.kind in {*WITHOUT_NUMBER, FigureKind.SERIES} or figure.is_suppressed
    for name in names:
        assert Decimal(cell(said[name])) == written[name] == getattr(figure, name)
    assert cell(said["unit"]) == written["unit"] == unit(figure)
    rows = [line.split() for line in cell(said["points"]).split("; ") if line]
    points = [(str(p.year), p.value, p.comparison_value) for p in figure.series]
    assert [(r[0], Decimal(r[1]), Decimal(r[2]) if r[2:] else None) for r in rows] == points
    in_json = [(str(p["year"]), p["value"], p["comparison_value"]) for p in written["points"]]
    assert in_json == points


BLANK = {"value": None, "comparison_value": None, "unit": "", "group": None, "outcome": None}
BLANK |= {"comparison_group": None, "low": None, "high": None, "points": "", "direction": ""}
BLANK |= {"comparison_low": None, "base_value": None, "qualifier": "", "place": "", "caveat": ""}


@settings(checked, max_examples=300)
@given(figures(), st.sets(st.sampled_from(sorted(BLANK))), st.booleans())
def test_what_is_missing_breaks_nothing(figure, missing, is_suppressed):
    for name in missing:
        setattr(figure, name, BLANK[name])
    figure.is_suppressed = is_suppressed
    for text in shown(figure).values():
        assert not re.search(r"\bNone\b|\( *\)|%\(|^[:;,]|: *[.:]", text.replace("%(number)s", ""))


SECRET = Decimal(987654321)


@checked
@given(figures())
def test_what_the_source_withholds_is_nowhere(figure):
    for name in ("value", "low", "high", "base_value", "base_comparison_value"):
        setattr(figure, name, SECRET)
    figure.points = f"2010 {SECRET}\n2020 {SECRET}"
    figure.is_suppressed = True
    assert not any(formatted(SECRET) in text for text in shown(figure).values())


@checked
@given(figures())
def test_a_right_figure_is_accepted(figure):
    assert problems_of(figure) == {}


@settings(checked, max_examples=300)
@given(st.sampled_from(MUTATIONS).flatmap(lambda m: st.tuples(st.just(m), figures(m[0]))))
def test_a_wrong_one_is_refused_at_the_field(given):
    (_kinds, changes, field), figure = given
    terms = {"group": figure.group, "comparison_group": figure.group}
    for name, value in changes.items():
        setattr(figure, name, terms.get(name, value))
    problems = problems_of(figure)
    assert field in problems if field else problems


@checked
@given(figures([FigureKind.PAIR, *sorted(RELATIVE)]))
def test_bars_are_as_long_as_their_numbers(figure):
    first, second = figure.chart.bars
    assert all(0 <= bar.length <= 100 for bar in (first, second))
    assert 0 in (first.length, second.length) or in_proportion(figure, first, second)
    for bar in figure.chart.bars:
        assert not bar.ends or 0 <= bar.ends[0] <= bar.length <= bar.ends[1] <= 100


def in_proportion(figure, first, second):
    """Whether two lengths, each to the nearest tenth, stand to each other as the numbers do."""
    expected = {
        FigureKind.PAIR: lambda: Fraction(figure.value) / Fraction(figure.comparison_value),
        FigureKind.RATIO: lambda: Fraction(figure.value),
        FigureKind.MORE: lambda: 1 + Fraction(figure.value) / 100,
        FigureKind.LESS: lambda: 1 - Fraction(figure.value) / 100,
    }[figure.kind]()
    off = Fraction(1, 20)
    least = (Fraction(first.length) - off) / (Fraction(second.length) + off)
    most = (Fraction(first.length) + off) / (Fraction(second.length) - off)
    return least <= expected <= most


@checked
@given(numbers(100))
def test_a_frequency_is_close_and_never_none_or_all(percent):
    found = frequency(percent)
    if found:
        share, count = Fraction(percent) / 100, Fraction(found.count, found.of)
        assert 0 < found.count < found.of
        assert abs(count - share) <= min(share, 1 - share) / 20
        assert found.is_exact == (count == share)


LANDMARKS = (0, 1, 100)
quotients = st.builds(lambda n, d: Fraction(n) / Fraction(d), numbers(), numbers(10**6, 1))
beside_landmarks = st.builds(lambda n, q: n + q / 10**9, st.sampled_from(LANDMARKS), quotients)


@checked
@given(quotients | beside_landmarks)
def test_rounding_keeps_the_claim(exact):
    result = rounded(exact, landmarks=LANDMARKS)
    assert abs(Fraction(result) - exact) <= abs(exact) / 200
    for landmark in LANDMARKS:
        assert (result > landmark, result < landmark) == (exact > landmark, exact < landmark)


@checked
@given(figures([FigureKind.PAIR, FigureKind.SERIES, *sorted(RELATIVE)]))
def test_percent_and_percentage_points_are_never_mixed(figure):
    for number in figure.derived:
        points = number.label == "Absolute difference" and figure.unit == "%"
        assert ("percentage point" in number.text) == points
        assert ("%" in number.text) == (number.label == "Relative difference") or (
            number.label == "Ratio" and figure.unit == "%"
        )


def test_every_kind_was_thought_of():
    assert set(KINDS) == set(FigureKind)
