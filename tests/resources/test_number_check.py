"""Numbers that were typed by hand are compared with the figures when a page is saved."""

from itertools import count

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail.test.utils.form_data import rich_text

from core.rich_text import PARAGRAPHS
from members.models import MemberSocietyPage
from resources.models import FigureVersion, FormerName, StatisticPage
from resources.number_check import typed
from resources.number_check.notices import notices_about
from resources.number_check.numbers import numbers_in, unit_kind
from tests import builders
from tests.admin_forms import form_at
from tests.conftest import logged_in
from tests.markup import soup
from tests.markup import words as words_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("42%", ["42 %"]),
        ("a 42 % risk, 3.5 percent and 12 per cent", ["42 %", "3.5 %", "12 %"]),
        ("(42\u00a0%)", ["42 %"]),
        ("el 42 por ciento", ["42 %"]),
        ("1,200.5%", ["1200.5 %"]),
        ("40-42%", ["42 %"]),
        ("42 percentage points, 42, 42 people", []),
        ("12,5 %", []),
        ("1.2.3%", []),
        ("v42%", []),
        ("3 times, three times, twice", ["3 ×", "3 ×", "2 ×"]),
        ("It doubled. 8-fold, eightfold, two-fold, 2.5×", ["2 ×", "8 ×", "8 ×", "2 ×", "2.5 ×"]),
        ("tres veces, el doble, se duplica", ["3 ×", "2 ×", "2 ×"]),
        ("twofolded, timesaver, doublet", []),
        ("12.5 per 100,000", ["12.5 per 100,000"]),
        ("12.5 deaths a year per 100,000 women", ["12.5 per 100,000"]),
        ("1,234 por cada 100,000; 3 por 1000", ["1234 per 100,000", "3 per 1,000"]),
        ("12.5 per 100,0000; 7 per day; 2 in 5", []),
        ("9" * 12 + "% and 1.23456%", []),
        ("9" * 5000 + "%", []),
        ("", []),
        ("٤٢%", []),
    ],
)
def test_numbers_are_read_as_a_reader_would(text, found):
    numbers = numbers_in(text)
    assert [f"{number.amount.normalize() + 0} {number.unit}" for number in numbers] == found
    assert all(number.text in text and number.text in number.context for number in numbers)


@pytest.mark.parametrize("length", [10, 250, 2000])
def test_a_number_keeps_the_words_around_it(length):
    text = f"{'before ' * length}42% {'after ' * length}"
    [number] = numbers_in(text)
    assert "42%" in number.context
    assert len(number.context) <= 255
    assert number.context in text


def test_a_long_text_is_read_in_no_time():
    for piece in ("1 aaaa ", "1,111", "1 per ", "two ", "9."):
        assert len(numbers_in(piece * 20_000)) >= 0


@pytest.mark.parametrize(
    ("unit", "kind"),
    [
        ("%", "%"),
        ("×", "×"),
        ("per 100,000", "per 100,000"),
        ("deaths per 100000 women", "per 100,000"),
        ("por cada 1,000", "per 1,000"),
        ("years", "years"),
        ("", ""),
    ],
)
def test_the_unit_of_a_figure_is_compared_by_what_it_means(unit, kind):
    assert unit_kind(unit) == kind


@pytest.fixture
def bare(site):
    """The loaded site without its statistics."""
    Page.objects.filter(pk__in=StatisticPage.objects.values("pk")).update(live=False)


@pytest.fixture
def death(bare):
    """A published figure: Black women die of breast cancer 42% more often."""
    figure = builders.figure("more", group="Black women", outcome="breast cancer death")
    return builders.statistic("Breast cancer", [figure]).figures.get()


def former(figure, value, **record):
    """Note that the figure said something else before."""
    record = {"value": value, "comparison_value": None, "unit": "%", "kind": "more", **record}
    common = {"figure_key": figure.translation_key, "language": "en", "number": 1}
    now = timezone.now()
    FigureVersion.objects.create(**common, record=record, published_at=now, replaced_at=now)


slugs = count(1)


def notices(words, title="A page"):
    """What an editor is told of a page with these words."""
    body = [("text", f"<p>{paragraph}</p>") for paragraph in words.split("\n")]
    page = builders.content_page(*body, title=title, slug=f"page-{next(slugs)}")
    return [text for text, _address in notices_about(page)]


IS_ALSO = (
    "{} is also “Breast cancer”: link it? Select the number and insert it with the figure button."
)
STILL = "This page still says {}; “Breast cancer” is now 42%."


TOLD = {
    "Breast cancer: 42%": [IS_ALSO.format("42%")],
    "The death rate is 42 percent higher": [IS_ALSO.format("42 percent")],
    "African-American patients: 42%": [IS_ALSO.format("42%")],
    "Oncology: 42%": [IS_ALSO.format("42%")],
    "42%\nBreast cancer": [],
    "A discount of 42%": [],
    "Breast cancer: 43%, 42 times, 42 per 100,000": [],
    "Breast cancer: 38%": [STILL.format("38%")],
    "Breast cancer: 42% and 42%": [IS_ALSO.format("42%")],
}


def test_an_editor_is_told_which_numbers_are_those_of_a_figure(death):
    FormerName.objects.create(term=death.group, name="African-American women")
    death.page.topics.add(builders.term("topic", "Oncology"))
    death.page.save()
    former(death, "38")
    assert {words: notices(words) for words in TOLD} == TOLD


def test_the_title_of_the_page_says_what_its_numbers_are_about(death):
    assert notices("It is 42% more", title="Breast cancer today") == [IS_ALSO.format("42%")]


def test_what_a_figure_said_before_is_told_only_while_it_says_something_else(death):
    former(death, "42")
    assert notices("Breast cancer: 42%") == [IS_ALSO.format("42%")]


def test_a_superseded_figure_is_told_with_the_one_that_took_its_place(death):
    newer = builders.statistic("Breast cancer, newer", [builders.figure(value=36)])
    death.superseded_by = newer.figures.get()
    death.save()
    told = ["This page still says 42%; “Breast cancer, newer” is now 36%."]
    assert notices("Breast cancer: 42%") == told


def test_rates_pairs_and_multiples_are_known_too(bare):
    figures = [
        builders.figure("rate", value="12.5", unit="deaths per 100,000"),
        builders.figure("pair", value=39, comparison_value=75, unit="%"),
        builders.figure("ratio", value=2, qualifier="nearly"),
    ]
    for number, figure in enumerate(figures):
        builders.statistic(f"S{number}", [figure])
    words = "12.5 per 100,000 death 75% death twice the death rate"
    told = [text.partition(":")[0] for text in notices(words)]
    assert told == ["12.5 per 100,000 is also “S0”", "75% is also “S1”", "twice is also “S2”"]


def test_at_most_three_figures_are_named_the_best_first(bare):
    for number, outcome in enumerate(["death", "death", "death", "sudden lung death"]):
        builders.statistic(f"S{number}", [builders.figure(outcome=outcome)])
    told = notices("Sudden death by the lung: 42%")
    assert len(told) == 3
    assert "“S3”" in told[0]


def test_only_what_readers_see_is_told_and_once_for_all_languages(death):
    builders.translate(death.page)
    assert len(notices("Breast cancer: 42%")) == 1
    builders.hide(death.page)
    builders.hide(death.page.get_translations().get())
    assert notices("Breast cancer: 42%") == []


def test_what_is_quoted_is_not_taken_for_typed(death):
    quote = f'<embed embedtype="figure" key="{death.translation_key}" part="number"/>'
    assert notices(f"Breast cancer: {quote}") == []
    assert notices_about(death.page) == []


def test_a_page_of_many_numbers_asks_as_little_as_one_of_few(death):
    notices("Breast cancer: 42%")
    with CaptureQueriesContext(connection) as few:
        notices_about(builders.content_page(("text", "<p>Breast cancer: 42%</p>"), slug="few"))
    words = ", ".join(f"{number}% death" for number in range(1, 60))
    for number in range(1, 60):
        builders.statistic(f"S{number}", [builders.figure(value=number)], slug=f"s{number}")
    page = builders.content_page(("text", f"<p>{words}</p>"), slug="many")
    with CaptureQueriesContext(connection) as many:
        assert len(notices_about(page)) == 10
    assert len(many) <= len(few)


@pytest.fixture
def save(site):
    """Save a draft of a society's page as its editor, with a description."""
    society = MemberSocietyPage.objects.get(slug="american-college-of-radiology")
    browser = logged_in(builders.society_editor(society))
    address = reverse("wagtailadmin_pages:edit", args=[society.pk])

    def save(words, **headers):
        description = rich_text(f"<p>{words}</p>", features=PARAGRAPHS)
        posted = {**form_at(browser, address), "description": description}
        response = browser.post(address, posted, headers=headers)
        shown = soup(browser.get(address)).select(".messages .warning")
        return response.status_code, [words_of(message) for message in shown]

    return save


def test_the_editor_of_a_society_is_told_and_autosave_is_silent(death, save):
    assert save("Breast cancer: 42%", Accept="application/json") == (200, [])
    status, [told] = save("Breast cancer: 42%")
    assert status == 302
    assert IS_ALSO.format("42%") in told
    assert told.endswith("See the figure")


def test_a_draft_of_somebody_else_is_not_told(death, save):
    death.page.unpublish()
    assert save("Breast cancer: 42%") == (302, [])


def test_a_check_that_fails_loses_no_page(death, save, monkeypatch, caplog):
    monkeypatch.setattr(typed, "numbers_in", None)  # a fault of ours, whatever it may be
    assert save("Breast cancer: 42%") == (302, [])
    page = builders.content_page(("text", "<p>Breast cancer: 42%</p>"))
    page.save_revision().publish()
    assert page.live
    failures = [record.getMessage() for record in caplog.records if record.exc_info]
    assert [text.rpartition(" could not be ")[2] for text in failures] == ["checked.", "kept."]
