"""How much work a question full of typing errors may make."""

from search.engines import prefixes
from search.models import Word
from search.question import question_of
from search.spelling import MOST_CORRECTED, corrected
from tests import builders


def add_words(*found):
    Word.objects.bulk_create([Word(language="en", word=word) for word in found])


def test_only_the_first_few_words_are_corrected(site):
    builders.resource("Zeppelin balloon airship aeroplane glider helicopter")
    typed = "zepelin baloon airshipp aeorplane glidr hélicoptr"
    assert corrected(question_of(typed, "en")).words == (
        *("zeppelin", "balloon", "airship", "aeroplane"),
        *("glidr", "helicoptr"),
    )
    assert MOST_CORRECTED == 4


def test_a_word_that_pages_have_is_none_of_the_few(site):
    builders.resource("Zeppelin balloon airship aeroplane glider helicopter")
    typed = "zeppelin balloon airship aeroplane glidr"
    assert corrected(question_of(typed, "en")).words[-1] == "glider"


def test_a_stop_word_is_no_correction(site):
    builders.resource("Those who travel")
    assert corrected(question_of("thosee", "en")).words != ("those",)


def test_the_words_that_are_compared_are_few_and_the_likeliest(site):
    add_words(*(f"zx{number:04}" for number in range(prefixes.MOST + 50)))
    add_words("zeppelin", "zepelino", "zeppelinades", "xeppelin")
    near = prefixes.look_alikes("zepelin", "en", 2)
    assert near[:2] == ["zepelino", "zeppelin"]
    assert len(near) == prefixes.MOST
    assert not {"zeppelinades", "xeppelin"} & set(near)
