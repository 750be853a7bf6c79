"""What is found by another name, by its acronym, in another spelling, or with a typing error."""

import pytest
from django.core.management import call_command
from wagtail.contrib.search_promotions.models import Query, SearchPromotion

from members.models import SocietyName
from resources.models import FormerName, Term
from search.models import Entry
from tests import builders
from tests.markup import soup, text_of, words


def black_women():
    return Term.objects.get(slug="black-women")


def best_bets(client, question, address="/search/"):
    page = soup(client.get(address, {"q": question}))
    return [(words(a), a["href"]) for a in page.select(".best-bets a")]


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("RSNA", "Radiological Society of North America"),
        ("crc", "Colorectal cancer deaths among Black men"),
        ("AMPUTATION", "Amputations among Black Americans with diabetes"),
        ("amputate diabetic", "Amputations among Black Americans with diabetes"),
        ("hépatitis", "Stomach cancer, hepatitis and tuberculosis among Asian Americans"),
        ("hepatitus", "Stomach cancer, hepatitis and tuberculosis among Asian Americans"),
        ("mamograms", "Mammograms without health insurance"),
        ("tuberculosis zeppelin", "Stomach cancer, hepatitis and tuberculosis among Asian"),
    ],
)
def test_what_readers_type_finds_what_they_mean(find, question, title):
    assert find(question)[0].startswith(title)


def test_a_typing_error_is_told(site, client):
    text = text_of(client.get("/search/", {"q": "hepatitus"}))
    assert "No page has “hepatitus”. 1 page found for “hepatitis”." in text


def test_pages_with_some_of_the_words_are_told_to_be_that(site, client):
    text = text_of(client.get("/search/", {"q": "tuberculosis zeppelin"}))
    assert "No page has all the words of “tuberculosis zeppelin”." in text


def test_a_word_of_a_hidden_page_is_not_told_to_who_mistypes_it(site, client):
    builders.hide(builders.content_page(title="Zeppelins", slug="zeppelins"))
    assert "zeppelins" not in text_of(client.get("/search/", {"q": "hepatitis zeppelinz"}))


def test_a_society_is_found_by_a_former_name(find):
    page = builders.society("Society of Rays", slug="rays")
    SocietyName.objects.create(society=page, name="Zeppelin Society")
    page.save_revision().publish()
    assert find("zeppelin") == ["Society of Rays"]


def test_a_former_name_of_a_term_finds_its_page_and_what_is_about_it(site, client, find):
    term = black_women()
    FormerName.objects.create(term=term, name="African American women")
    call_command("update_index", "--backend", "readers", verbosity=0)
    assert best_bets(client, "african american  women") == [("Black women", term.address)]
    assert "Breast cancer deaths among Black women" in find("african american")


def test_a_term_of_which_nothing_is_published_is_no_answer(site, client):
    builders.term("topic", "Zeppelins")
    assert best_bets(client, "zeppelins") == []
    assert best_bets(client, "black women", "/es/search/") == []


def test_stems_and_accents_are_those_of_the_language(site, find):
    page = builders.resource("Mammograms explained", slug="explained")
    title = "Mamografías explicadas a los médicos"
    builders.translate(page, title=title, summary="Quienes examinaban las imágenes")
    for question in ["mamografia", "mamografías", "medico", "explicada", "imagen"]:
        assert find(question, "/es/search/") == [title], question
    assert find("mamografias") == []


# Promoted results


def promote(question, **what):
    return SearchPromotion.objects.create(query=Query.get(question), **what)


def test_what_staff_promote_stands_first(site, client):
    page = builders.content_page(title="Read this", slug="read-this")
    promote("dose", page=page, description="All about dose.")
    link = {"external_link_url": "https://example.org/dose", "external_link_text": "Elsewhere"}
    promote("dose", **link)
    bets = best_bets(client, " DOSE ")
    assert bets == [("Read this", "/read-this/"), ("Elsewhere", "https://example.org/dose")]
    assert best_bets(client, "doses") == []


def test_a_promoted_page_that_is_not_shown_is_not_promoted(site, client):
    page = builders.content_page(title="Hidden", slug="hidden")
    promote("dose", page=page)
    builders.hide(page)
    assert best_bets(client, "dose") == []


# The index


def test_pages_are_found_as_they_are_published(find):
    page = builders.content_page(title="Zeppelin", slug="zeppelin")
    page.title = "Balloon"
    page.save_revision()
    assert (find("zeppelin"), find("balloon")) == (["Zeppelin"], [])
    page.save_revision().publish()
    assert (find("zeppelin"), find("balloon")) == ([], ["Balloon"])
    page.unpublish()
    assert find("balloon") == []
    page.save_revision().publish()
    page.delete()
    assert find("balloon") == []


@pytest.mark.parametrize("command", [["fill_search"], ["update_index", "--backend", "readers"]])
def test_an_index_that_was_lost_is_made_again(find, command):
    Entry.objects.all().delete()
    assert find("hepatitis") == []
    call_command(*command, verbosity=0)
    assert len(find("hepatitis")) == 1
