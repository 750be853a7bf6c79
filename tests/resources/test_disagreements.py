"""What a statement says otherwise than its figures, found before it is published."""

import tomllib
from pathlib import Path

import pytest
from django.conf import settings

from resources.figures.disagreements import disagreements
from tests.builders import figure

SEED = Path(settings.BASE_DIR) / "home" / "seed" / "statistics.toml"
SEEDED = tomllib.loads(SEED.read_text(encoding="utf-8"))["statistics"]


@pytest.mark.parametrize("statistic", SEEDED, ids=lambda statistic: statistic["slug"])
def test_the_statements_of_the_seed_agree_with_their_figures(statistic):
    assert disagreements(statistic["statement"], map(of_seed, statistic["figures"])) == []


def of_seed(row):
    return figure(**{name: value for name, value in row.items() if name != "caveat"})


def pair(value, other, unit="%"):
    return figure("pair", value=value, comparison_value=other, unit=unit)


MORE, LESS, THREE = figure("more", value=42), figure("less", value=20), figure("ratio", value=3)
RATE = figure("rate", value=1234, unit="per 100,000")
POINTS = figure("rate", value=5, unit="percentage points")
HIGHER = figure("direction", direction="higher")
SLOWER = figure("trend", direction="slower")
SERIES = figure("series", value=None, unit="%", points="2019 12 10\n2020 14 11")
MORE_BY_YEAR = figure("series", points="2010 10.1\n2019 12.5", unit="per 100,000")
WHOLE_BY_YEAR = figure("series", points="2010 10\n2019 12", unit="per 100,000")
WITHHELD = figure("share", value=None, is_suppressed=True)


@pytest.mark.parametrize(
    ("statement", "figures"),
    [
        ("42% more likely", [MORE]),
        ("42 percent more likely", [MORE]),
        ("They die more often, by 42%.", [MORE]),
        ("20 per cent fewer", [LESS]),
        ("20% less, which is more than we feared.", [LESS]),
        ("three times as many", [THREE]),
        ("threefold, or 3-fold, or 3×", [THREE]),
        ("It tripled.", [THREE]),
        ("200% more", [THREE]),
        ("twice as likely", [figure("more", value=100)]),
        ("half as likely", [figure("less", value=50)]),
        ("half of them", [figure("share", value=50)]),
        ("2 in 5 people", [figure("share", value=40)]),
        ("one in three people", [figure("share", value=33)]),
        ("2 in 5 against 3 in 4", [pair(40, 75)]),
        ("39 and 75 percent, a gap of 36 percentage points", [pair(39, 75)]),
        ("40% against 80%, so half as many", [pair(40, 80)]),
        ("1,234 per 100,000 in 2019", [RATE]),
        ("5 percentage points", [POINTS]),
        ("a 5-point gap", [POINTS]),
        ("They are more likely to die.", [HIGHER]),
        ("The gap.", [HIGHER]),
        ("It fell more slowly.", [SLOWER]),
        ("In 2020 it was 14% against 11%.", [SERIES]),
        ("It is not known how many.", [WITHHELD]),
        ("tres veces más probable", [THREE]),
        ("42% more, and down to 3 in 4", [MORE, figure("share", value=75)]),
        ("They rose by 42%.", [MORE]),
        ("Deaths fell by 20%, more than we feared.", [LESS]),
        ("a 20 percent decrease", [LESS]),
        ("an increase of more than 42%", [MORE]),
        ("likely to fall ill, by 42% more", [MORE]),
        ("Of others, 42% fewer have it; they are 42% more likely to lack it.", [MORE]),
        ("aumentó un 42%", [MORE]),
        ("It rose from 10.1 in 2010 to 12.5 in 2019.", [MORE_BY_YEAR]),
        ("It rose from 10 in 2010 to 12 in 2019.", [WHOLE_BY_YEAR]),
        ("a quarter of them", [figure("share", value=25)]),
        ("three quarters, or three-quarters", [figure("share", value=75)]),
        ("one third, one-third, a third", [figure("share", value=33)]),
        ("two-thirds of them", [figure("share", value=67)]),
        ("dos tercios", [figure("share", value=66)]),
        ("It fell by a quarter.", [figure("less", value=25)]),
        ("a third as likely", [figure("ratio", value="0.33")]),
        ("In a third study and a fifth study it was 42% more.", [MORE]),
        ("tenfold, 10-fold, ten times", [figure("ratio", value=10)]),
        ("A double-blind study of triple-negative cancer: 42% more.", [MORE]),
        ("42% more in the first half of 2020", [MORE]),
        ("42% more in the first half of the year, and in half of 2020", [MORE]),
        ("42% more in the third quarter of 2020", [MORE]),
        ("", [MORE]),
        (None, [MORE]),
        ("One of them has been with us since 2019.", []),
    ],
)
def test_these_agree(statement, figures):
    assert disagreements(statement, figures) == []


@pytest.mark.parametrize(
    ("statement", "figures", "words"),
    [
        ("It is more likely.", [MORE], ["does not say “42% more”"]),
        ("38% more likely", [MORE], ["does not say “42% more”", "“38%” stands in the statement"]),
        ("42% less likely", [MORE], ["Beside “42% more” the statement says the opposite"]),
        ("20% more, not less", [LESS], ["Beside “20% less” the statement says the opposite"]),
        ("42 percentage points more", [MORE], ["percentage points, but “42% more” is none"]),
        ("5% more", [POINTS], ["is percentage points, but the statement says %"]),
        ("twice as likely", [THREE], ["does not say “3×”", "“twice” stands in the statement"]),
        ("39% of them", [pair(39, 75)], ["does not say “75%”"]),
        ("12% of them", [RATE], ["does not say “1,234 per", "“12%” stands in the statement"]),
        ("42% more, in 3 in 4 places", [MORE], ["“3 in 4” stands in the statement"]),
        ("42 times as many", [MORE], ["does not say “42% more”", "“42 times” stands"]),
        ("They are less likely to die.", [HIGHER], ["does not say “higher” but its opposite"]),
        ("It fell faster.", [SLOWER], ["does not say “falling more slowly” but its opposite"]),
        ("Half of them.", [], ["“half” stands in the statement"]),
        ("Two-thirds of them.", [], ["“two-thirds” stands in the statement"]),
        ("1 in 2,000 people.", [], ["“1 in 2,000” stands in the statement"]),
        ("Tenfold.", [THREE], ["does not say “3×”", "“tenfold” stands in the statement"]),
        ("It fell by 42%.", [MORE], ["Beside “42% more” the statement says the opposite"]),
        ("a 42 percent decrease", [MORE], ["Beside “42% more” the statement says the opposite"]),
        ("less likely by 42%", [MORE], ["Beside “42% more” the statement says the opposite"]),
        ("It rose by 20%.", [LESS], ["Beside “20% less” the statement says the opposite"]),
        ("Only 42% die.", [MORE], ["the number of “42% more”, but not the word"]),
        ("More than 42% die.", [MORE], ["the number of “42% more”, but not the word"]),
        ("42% of others are more ill", [MORE], ["the number of “42% more”, but not the word"]),
    ],
)
def test_these_do_not(statement, figures, words):
    found = disagreements(statement, figures)
    assert len(found) == len(words), found
    assert all(part in line for part, line in zip(words, found, strict=True)), found
