"""The sentence that names the members, and the letters on their tiles."""

from datetime import date

import pytest
from django.utils import translation

from members.monogram import monogram
from members.sentence import coalition_sentence
from tests import builders
from tests.markup import soup, text_of, words


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        ([], ""),
        (["A"], "The coalition includes the A."),
        (["A", "B"], "The coalition includes the A and B."),
        (["A", "B", "C"], "The coalition includes the A, B, and C."),
        (list("ABCDEFGH"), "The coalition includes the A, B, C, D, E, F, G, and H."),
    ],
)
def test_the_sentence_joins_the_names(names, sentence):
    assert coalition_sentence(names) == sentence


def test_many_names_are_counted():
    assert coalition_sentence(["A"] * 60).endswith("A, and A.")
    assert coalition_sentence(["A"] * 61) == "The coalition includes 61 societies."


@pytest.mark.parametrize(
    ("day", "names", "sentence"),
    [
        (date(2021, 8, 2), ["A"], "On Aug. 2, 2021, the coalition included the A."),
        (date(2021, 8, 2), ["A"] * 61, "On Aug. 2, 2021, the coalition included 61 societies."),
        (
            date(9999, 12, 31),
            ["A"],
            "As far as is known, on Dec. 31, 9999 the coalition will include the A.",
        ),
        (
            date(9999, 12, 31),
            ["A"] * 61,
            "As far as is known, on Dec. 31, 9999 the coalition will include 61 societies.",
        ),
        (date(2021, 8, 2), [], ""),
    ],
)
def test_another_day_is_said_and_told_in_its_tense(day, names, sentence):
    assert coalition_sentence(names, day) == sentence


@pytest.mark.parametrize(("names", "ending"), [("AB", "A y B."), ("ABC", "A, B y C.")])
def test_the_names_are_joined_as_spanish_does(names, ending):
    with translation.override("es"):
        assert coalition_sentence(list(names)).endswith(ending)


@pytest.mark.parametrize(
    ("acronym", "name", "parent_body", "letters"),
    [
        ("ACR", "American College of Radiology", "", "ACR"),
        ("", "Society of Interventional Radiology", "", "SIR"),
        ("", "Section on Radiology for the National Medical Association", "", "SRNMA"),
        (
            "",
            "Section on Radiology for the National Medical Association",
            "National Medical Association",
            "SR",
        ),
        ("", "a b c d e f g h", "", "ABCDEF"),
        ("", "(The) Society", "", "S"),
        ("", "", "", ""),
    ],
)
def test_letters_stand_for_a_society_without_a_logo(acronym, name, parent_body, letters):
    assert monogram(acronym, name, parent_body) == letters


# On the page


def test_a_new_society_joins_the_sentence_in_its_place(site, client):
    builders.society("First Society", slug="first", order=1)
    builders.society("Last Society", slug="last")
    text = text_of(client.get("/members/"))
    assert "The coalition includes the First Society, American Board of Radiology," in text
    assert "Society of Interventional Radiology, and Last Society." in text


def test_a_society_that_readers_may_not_see_is_not_named(site, client):
    builders.hide(builders.society("Private Society", slug="private"))
    builders.society("Draft Society", slug="draft").unpublish()
    for address in ("/", "/members/"):
        text = text_of(client.get(address))
        assert "Private Society" not in text
        assert "Draft Society" not in text


def test_a_logo_takes_the_place_of_the_letters(site, client):
    page = builders.society("A Society of Logos", slug="logos", logo=builders.image())
    tile = soup(client.get("/members/")).select_one(".member-wall li")
    assert tile.img["alt"] == ""  # the name follows
    assert tile.select_one(".monogram") is None
    assert soup(client.get(page.url)).select_one("article img")["alt"] == "A Society of Logos"


def test_letters_are_not_read_out_beside_the_name(site, client):
    tile = soup(client.get("/members/")).select_one(".member-wall li")
    assert tile.select_one(".monogram")["aria-hidden"] == "true"
    assert words(tile.select_one(".monogram")) == "ABR"
