"""What readers ask finds what they mean: 40 questions, kept with the tests."""

import pytest
from django.db import connection

from tests.markup import soup, words
from tests.search import relevance_library

# The share of questions whose page has to be among the first three.
WANTED = {"postgresql": 0.9, "sqlite": 0.8}


@pytest.fixture
def library(site):
    relevance_library.build()


def is_found(client, question) -> bool:
    prefix = "" if question.get("language", "en") == "en" else f"/{question['language']}"
    page = soup(client.get(f"{prefix}/search/", {"q": question["ask"]}))
    found = [words(a) for a in page.select(".best-bets a, .results a")]
    right = {question["first"], *question.get("or", [])}
    return bool(right & set(found[:3]))


def test_questions_find_their_page_among_the_first_three(library, client, say):
    questions = relevance_library.DATA["questions"]
    missed = [q["ask"] for q in questions if not is_found(client, q)]
    found = len(questions) - len(missed)
    say(
        f"Search on {connection.vendor}: {found} of {len(questions)} questions find their page "
        f"among the first three. Missed: {', '.join(missed) or 'none'}"
    )
    assert len(questions) >= 40
    assert found / len(questions) >= WANTED[connection.vendor]
