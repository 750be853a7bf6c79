"""How words are compared, in itself: without the database."""

import pytest

from search.passages import marked, passage
from search.question import MOST_WORDS, question_of
from search.spelling import allowed, distance
from search.words import compared, words_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cáncer de mama", ["cancer", "de", "mama"]),
        ("U.S. Latinos", ["us", "latinos"]),
        ("low-dose CT, X-ray", ["low", "dose", "ct", "x", "ray"]),
        ("AMA’s snake_case", ["ama", "s", "snake", "case"]),
        ("", []),
        ("\x00 😀 %_*", []),
        ("x" * 99, ["x" * 40]),
    ],
)
def test_a_text_is_taken_apart(text, expected):
    assert words_of(text) == expected


@pytest.mark.parametrize(
    "forms",
    [
        ["mamografía", "mamografias", "MAMOGRAFÍA"],
        ["médico", "médica", "medicos", "médicas"],
        ["veces", "vez"],
        ["imagen", "imágenes"],
        ["mujer", "mujeres"],
    ],
)
def test_forms_of_a_spanish_word_compare_alike(forms):
    assert len({compared(form, "es") for form in forms}) == 1


@pytest.mark.parametrize(
    ("one", "other", "letters"),
    [
        ("cancre", "cancer", 1),
        ("mamogram", "mammogram", 1),
        ("", "ab", 2),
        ("kitten", "sitting", 3),
    ],
)
def test_letters_between_two_words(one, other, letters):
    assert distance(one, other) == distance(other, one) == letters


def test_a_short_word_forgives_less_than_a_long_one():
    assert [allowed("lung"), allowed("breast"), allowed("colorectal")] == [1, 2, 3]


def test_a_question_keeps_what_says_something():
    assert question_of("What is the risk of an X-ray? The risk!", "en").words == (
        "risk",
        "x",
        "ray",
    )
    assert question_of("¿Qué es la mamografía?", "es").words == ("mamografia",)
    assert len(question_of(" ".join(map(str, range(99))), "en").words) == MOST_WORDS


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""),
        ("<script>", "&lt;script&gt;"),
        ("Screened & screens", "<mark>Screened</mark> &amp; <mark>screens</mark>"),
        ("a screw", "a screw"),
    ],
)
def test_marks_are_the_only_markup(text, html):
    assert marked(text, question_of("screening", "en")) == html


def test_a_long_passage_begins_before_what_was_asked_for():
    shown = passage(
        "filling " * 100 + "zeppelin " + "filling " * 100, question_of("zeppelin", "en")
    )
    assert shown.startswith("… filling")
    assert "<mark>zeppelin</mark>" in shown
    assert len(shown) < 300
