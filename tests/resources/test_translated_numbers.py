"""A number that is corrected in one language is corrected in the others."""

import pytest

from resources.models import Correction, FigureVersion, StatisticPage
from tests import builders
from tests.builders import figure
from tests.markup import soup, text_of, words


def again(page):
    return StatisticPage.objects.get(pk=page.pk)


def correct(page, **changes):
    """Publish a page with other values of its only figure."""
    page = again(page)
    (one,) = page.figures.all()
    for name, value in changes.items():
        setattr(one, name, value)
    page.figures = [one]
    page.corrections.add(Correction(text="It was wrong."))
    page.save_revision().publish()


@pytest.fixture
def pages(site):
    """A statistic in English and in Spanish."""
    english = builders.statistic(figures=[figure(value=42)])
    english.save_revision().publish()
    return again(english), builders.translate(english, statement="Un 42% más.")


def test_the_translation_says_the_new_number_and_what_it_was(pages, client):
    english, spanish = pages
    correct(english, value=38)
    shown = client.get(again(spanish).figures.get().address)
    assert "38" in words(soup(shown).select_one(".numerals"))
    assert "42" in words(soup(shown).select_one(".figure-history"))
    versions = FigureVersion.objects.filter(language="es").order_by("number")
    assert [version.record["value"] for version in versions] == ["42", "38"]
    english_version = FigureVersion.objects.filter(page=english).last()
    assert versions[0].replaced_at == english_version.published_at


def test_a_waiting_draft_of_it_keeps_its_words_and_gets_the_number(pages):
    english, spanish = pages
    draft = again(spanish)
    draft.caveat = "Solo en un estado."
    draft.save_revision()
    correct(english, value=38)
    draft = again(spanish).get_latest_revision_as_object()
    assert (draft.caveat, draft.figures.get().value) == ("Solo en un estado.", 38)
    assert again(spanish).caveat == ""


def test_the_original_does_not_follow_its_translation(pages):
    english, spanish = pages
    correct(spanish, value=7)
    assert again(english).figures.get().value == 42


def test_a_unit_in_words_stays_in_its_language(site, client):
    english = builders.statistic(figures=[figure("rate", value=12, unit="per 100,000")])
    english.save_revision().publish()
    spanish = builders.translate(english)
    correct(spanish, unit="por cada 100,000")
    correct(english, value=11)
    assert "11 por cada 100,000" in text_of(client.get(again(spanish).url))


def test_a_copy_of_a_page_announces_nothing(pages):
    english, _spanish = pages
    correct(english, value=38)
    copy = again(english).copy(update_attrs={"title": "Another", "slug": "another"})
    assert not Correction.objects.filter(page=copy).exists()
    assert copy.figures.get().translation_key != again(english).figures.get().translation_key
