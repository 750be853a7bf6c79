"""What is kept of what readers ask, and what staff see of it."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.search_promotions.models import Query, QueryDailyHits

from search import asked
from search.models import EmptySearch
from tests import builders
from tests.conftest import logged_in
from tests.markup import soup, words

REPORT = reverse("search_empty_report")


def empty_searches():
    return list(EmptySearch.objects.values_list("words", "language", "times"))


def test_a_search_writes_nothing_until_it_is_over(site, client):
    with CaptureQueriesContext(connection) as captured:
        for question in ["Xylophone", "xylophone ", "cancer"]:
            client.get("/search/", {"q": question})
        client.get("/search/suggestions/", {"q": "can"})
    said = [query["sql"].split()[0] for query in captured]
    assert set(said) <= {"SELECT", "WITH"}
    assert empty_searches() == []
    for _ in range(2):  # what was written is not written again
        asked.write()
    assert empty_searches() == [("xylophone", "en", 2)]
    assert not Query.objects.exists()
    asked.count("xylophone", "en")
    asked.write()
    assert empty_searches() == [("xylophone", "en", 3)]


@pytest.mark.parametrize(
    "question",
    [
        "ada@example.org",
        "ada ＠ example",
        "call 555-0199 12",
        "born 1970-01-02",
        "mrn12345",
        "12,03,1962",
        "12 march 1962",
        "3/4/62",
        "١٢٣٤٥",
        "long " * 20,
        "  ",
    ],
)
def test_what_may_tell_of_a_person_is_not_counted(question):
    asked.count(question, "en")
    assert not asked._asked


def test_the_memory_is_bounded():
    for number in range(asked.MOST + 10):
        letters = "".join("abcdefghij"[int(digit)] for digit in str(number))
        asked.count(letters, "en")
    assert len(asked._asked) == asked.MOST


def test_old_counts_are_forgotten(site, capsys):
    today = timezone.localdate()
    for days in (0, 89, 91):
        day = today - timedelta(days=days)
        EmptySearch.objects.create(words="zeppelin", language="en", day=day, times=1)
        QueryDailyHits.objects.create(query=Query.get(f"old {days}"), date=day, hits=1)
    call_command("forget_searches")
    assert "2 counts" in capsys.readouterr().out
    for model in (EmptySearch, QueryDailyHits, Query):
        assert model.objects.count() == 2


def test_what_was_asked_only_once_is_forgotten_after_a_week(site):
    today = timezone.localdate()
    for words_, language, days, times in [
        ("once long ago", "en", 8, 1),
        ("once lately", "en", 7, 1),
        ("twice long ago", "en", 8, 2),
        ("twice on two days", "en", 9, 1),
        ("twice on two days", "en", 8, 1),
        ("in two languages", "en", 8, 1),
        ("in two languages", "es", 0, 1),
    ]:
        day = today - timedelta(days=days)
        EmptySearch.objects.create(words=words_, language=language, day=day, times=times)
    call_command("forget_searches")
    assert set(empty_searches()) == {
        ("once lately", "en", 1),
        ("twice long ago", "en", 2),
        ("twice on two days", "en", 1),
        ("in two languages", "es", 1),
    }


def rows(browser, **filters):
    table = soup(browser.get(REPORT, filters)).select("tbody tr")
    return [[words(cell) for cell in row.select("td")[:3]] for row in table]


def test_staff_see_what_found_nothing(communications):
    today = timezone.localdate()
    for words_, language, days, times in [
        ("zeppelin", "en", 0, 2),
        ("zeppelin", "en", 20, 3),
        ("=balloon", "en", 20, 2),
        ("ada lovelace", "en", 0, 1),
        ("globo", "es", 0, 4),
    ]:
        day = today - timedelta(days=days)
        EmptySearch.objects.create(words=words_, language=language, day=day, times=times)
    english = [["zeppelin", "en", "5"], ["=balloon", "en", "2"]]
    assert rows(communications) == [english[0], ["globo", "es", "4"], english[1]]
    assert rows(communications, language="en") == english
    assert rows(communications, days=7) == [["globo", "es", "4"], ["zeppelin", "en", "2"]]
    export = communications.get(REPORT, {"export": "csv", "language": "en"})
    assert b"".join(export.streaming_content).decode().splitlines()[1:] == [
        f"zeppelin,en,5,{today}",
        f"'=balloon,en,2,{today - timedelta(days=20)}",
    ]


def test_only_who_looks_after_all_sections_sees_it(site):
    officer = logged_in(builders.user_in("Pledge officers"))
    assert officer.get(REPORT).status_code == 302
