"""What the data say: one sentence, true for whatever is known of the figure."""

import pytest

from resources.models import Figure, TermKind
from tests import builders
from tests.builders import figure

SEED = [
    "Excess/potentially preventable deaths from cancer, lower respiratory disease and other "
    "illnesses: nearly 2 times as high for rural areas as for urban areas (often).",
    "Black women are 42% more likely to die from breast cancer than white women.",
    "Black men are 52% more likely to die from colorectal cancer (CRC) than white men.",
    "CRC disparity: 19%, as published without its base (may be due to fewer screenings).",
    "Black Americans with diabetes are 3 times as likely to have a limb amputated as others.",
    "U.S. Latinos are more likely to die from colorectal cancer (CRC) than those in many Central "
    "and South American nations.",
    "CRC death rate: falling more slowly for U.S. Latinos than for whites.",
    "Asian Americans are 2 times (twice) as likely to die from stomach cancers as white Americans.",
    "Asian Americans are 8 times as likely to die from hepatitis as white Americans.",
    "Tuberculosis rate: more than 30 times as high for Asian Americans as for white Americans.",
    "39% of U.S. women without health insurance (about 2 in 5) have had a mammogram in the past "
    "two years, against 75% (3 in 4) of U.S. women with health insurance.",
]
# The ten numbers of the seven statements, by the sentence that says them.
NUMBERS = [["2"], ["42"], ["52"], ["19"], ["3"], [], [], ["2"], ["8"], ["30"], ["39", "75"]]


def test_the_seed_says_what_its_statements_say(site):
    figures = Figure.objects.shown().order_by("page__path", "sort_order")
    assert [found.sentence for found in figures] == SEED


def test_each_number_of_the_seed_is_in_its_sentence():
    for sentence, numbers in zip(SEED, NUMBERS, strict=True):
        assert all(number in sentence for number in numbers)
        assert bool(numbers) == any(letter.isdigit() for letter in sentence)


@pytest.mark.parametrize(
    ("kind", "fields", "said"),
    [
        ("ratio", {"value": 2}, "Death: 2 times (twice) as high for Some as for Others."),
        ("ratio", {"value": "0.5"}, "Death: 0.5 times as high for Some as for Others."),
        ("more", {"comparison_group": ""}, "Death: 42% higher for Some."),
        ("less", {"qualifier": "up_to"}, "Death: up to 42% lower for Some than for Others."),
        ("more", {"group": ""}, "Death: 42% more, compared with Others."),
        ("more", {"outcome": ""}, "Some compared with Others: 42% more."),
        ("more", {"outcome": "", "group": "", "comparison_group": ""}, "42% more."),
        (
            "disparity",
            {"value": 19},
            "Death, Some compared with Others: a disparity of 19%, as published without its base.",
        ),
        ("share", {"value": 39}, "Death: 39% of Some (about 2 in 5)."),
        ("share", {"value": 75, "qualifier": "about"}, "Death: about 75% of Some (about 3 in 4)."),
        ("share", {"value": 0}, "Death: 0% of Some."),
        ("share", {"value": 41, "qualifier": "more_than"}, "Death: more than 41% of Some."),
        ("share", {"value": 39, "qualifier": "more_than"},
         "Death: more than 39% of Some (about 2 in 5)."),
        ("share", {"value": 40, "qualifier": "more_than"},
         "Death: more than 40% of Some (about 2 in 5)."),
        ("share", {"value": 39, "qualifier": "less_than"}, "Death: less than 39% of Some."),
        ("share", {"value": 39, "qualifier": "up_to"}, "Death: up to 39% of Some."),
        ("share", {"value": 39, "qualifier": "nearly"}, "Death: nearly 39% of Some."),
        ("share", {"value": 41, "qualifier": "nearly"},
         "Death: nearly 41% of Some (about 2 in 5)."),
        ("share", {"value": 39, "qualifier": "about"}, "Death: about 39% of Some (about 2 in 5)."),
        ("pair", {"value": 32, "comparison_value": 34, "unit": "%"},
         "Death: 32% of Some, against 34% of Others."),
        ("pair", {"value": 33, "comparison_value": 33, "unit": "%"},
         "Death: 33% of Some (about 1 in 3), against 33% (about 1 in 3) of Others."),
        ("more", {"outcome": "cancer of the uterus", "place": "US"},
         "Cancer of the uterus: 42% higher for Some than for Others (US)."),
        ("more", {"group": "US women", "place": "US"},
         "Death: 42% higher for US women than for Others."),
        ("rate", {"value": "28.2", "unit": "per 100,000"}, "Death: 28.2 per 100,000 for Some."),
        (
            "pair",
            {"value": 28, "comparison_value": 20, "unit": "per 100,000"},
            "Death: 28 per 100,000 for Some, against 20 per 100,000 for Others.",
        ),
        (
            "pair",
            {"value": 0, "comparison_value": 75, "unit": "%"},
            "Death: 0% of Some, against 75% of Others.",
        ),
        (
            "pair",
            {"value": 39, "comparison_value": 75, "unit": "%", "comparison_group": ""},
            "Death, Some: 39% compared with 75%.",
        ),
        (
            "series",
            {"points": "2010 12 20\n2020 14 20"},
            "Death: rose from 12% in 2010 to 14% in 2020 for Some, and was 20% in 2010 and again "
            "in 2020 for Others.",
        ),
        ("series", {"points": "2010 14\n2020 12"}, "Death: fell from 14% in 2010 to 12% in 2020 "
         "for Some."),
        ("series", {"points": "2010 14"}, "Death, Some compared with Others: 14% in 2010."),
        ("trend", {"direction": "faster"}, "Death: falling faster for Some than for Others."),
        ("direction", {"direction": "lower"}, "Death: lower for Some than for Others."),
        ("direction", {}, ""),
        ("more", {"value": None}, ""),
        ("pair", {"value": None, "comparison_value": 75, "unit": "%"}, ""),
        (
            "rate",
            {"value": None, "is_suppressed": True},
            "Death: the number for Some is withheld by the source.",
        ),
        (
            "pair",
            {"value": None, "comparison_value": 75, "unit": "%", "is_suppressed": True},
            "Death: the number for Some is withheld by the source; for Others it is 75%.",
        ),
        (
            "more",
            {"place": "Utah", "from_year": 2015, "to_year": 2019, "caveat": "one study."},
            "Death: 42% higher for Some than for Others (Utah; 2015 to 2019; one study).",
        ),
        ("more", {"comparison_group": "others in the U.S."}, "Death: 42% higher for Some than for "
         "others in the U.S."),
    ],
)  # fmt: skip
def test_a_sentence_says_what_is_known_and_no_more(kind, fields, said):
    assert figure(kind, **fields).sentence == said


@pytest.mark.parametrize(
    ("kind", "fields", "said"),
    [
        ("ratio", {"value": 8}, "Some are 8 times as likely to die as Others."),
        ("less", {}, "Some are 42% less likely to die than Others."),
        ("less", {"comparison_group": ""}, "Some are 42% less likely to die."),
        ("share", {"value": 39}, "39% of Some (about 2 in 5) die."),
        ("share", {"value": 0}, "0% of Some die."),
        ("direction", {"direction": "lower"}, "Some are less likely to die than Others."),
        ("trend", {"direction": "slower"}, "Death: falling more slowly for Some than for Others."),
    ],
)
def test_what_people_do_is_said_so(kind, fields, said):
    outcome = builders.unsaved_term(TermKind.OUTCOME, "death", predicate="die")
    assert figure(kind, outcome=outcome, **fields).sentence == said
