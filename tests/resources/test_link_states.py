"""What becomes of a link over days. No database."""

from datetime import datetime, timedelta, timezone

import pytest

from resources.links.findings import Finding, Outcome, Reason
from resources.links.states import apply
from resources.models import Link, LinkState

DAY = timedelta(days=1)
START = datetime(2026, 5, 4, 9, tzinfo=timezone.utc)  # noqa: UP017
OK = Finding(Outcome.OK, status=200)
MOVED = Finding(Outcome.MOVED, status=200, moved_to="https://new.example/")
BLOCKED = Finding(Outcome.BLOCKED, status=403)
GONE = Finding(Outcome.GONE, status=404)
NO_NAME = Finding(Outcome.GONE, Reason.NAME)
FAILED = Finding(Outcome.FAILED, Reason.TIME)
SILENT = [Finding(Outcome.FAILED, Reason(reason)) for reason in ("connection", "name_server")]
ANSWERS = [
    *(Finding(Outcome.FAILED, status=status) for status in (402, 451, 500, 503)),
    *(Finding(Outcome.FAILED, Reason(reason), 302) for reason in ("loop", "hops", "garbage")),
    *(Finding(Outcome.FAILED, Reason(reason)) for reason in ("tls", "garbage")),
]
REFUSED = Finding(Outcome.REFUSED, Reason.INSIDE)

# What is found, a day after the other, and what the link is after each.
STORIES = {
    "works": ([OK, OK], "ok ok"),
    "one bad day is nothing": ([OK, FAILED, OK], "ok ok ok"),
    "two bad days are nothing": ([OK, GONE, FAILED, OK], "ok ok ok ok"),
    "three bad days": ([OK, FAILED, FAILED, FAILED], "ok ok ok suspect"),
    "three days not there": ([OK, GONE, GONE, GONE], "ok ok ok gone"),
    "no host of the name": ([OK, NO_NAME, NO_NAME, NO_NAME], "ok ok ok gone"),
    "never worked": ([GONE, GONE, GONE], "unchecked unchecked gone"),
    "for two weeks": ([FAILED] * 16, " ".join(["unchecked"] * 2 + ["suspect"] * 12 + ["gone"] * 2)),
    "comes back": ([GONE, GONE, GONE, OK], "unchecked unchecked gone ok"),
    "stays gone": ([GONE, GONE, GONE, FAILED], "unchecked unchecked gone gone"),
    "days in a row": ([FAILED, FAILED, OK, FAILED, FAILED], "unchecked unchecked ok ok ok"),
    "closed to robots": ([FAILED, FAILED, BLOCKED, FAILED], "unchecked unchecked blocked blocked"),
    "always closed": ([BLOCKED] * 20, " ".join(["blocked"] * 20)),
    "moved": ([OK, MOVED, OK], "ok moved ok"),
    "moved, then fails": ([MOVED, FAILED], "moved moved"),
    "closed to robots after all": ([GONE, GONE, GONE, BLOCKED], "unchecked unchecked gone blocked"),
    "refused": ([REFUSED, REFUSED, REFUSED, REFUSED], "refused refused refused refused"),
}

BUSY = Finding(Outcome.FAILED, status=503)
# Failures of several kinds. What is found on how many days, and the states on the last of them.
MIXED = {
    "busy for weeks, then silent once": ([(BUSY, 14), (FAILED, 1)], "suspect suspect"),
    "busy for weeks, then not there once": ([(BUSY, 14), (GONE, 1)], "suspect suspect"),
    "busy for weeks, then not there": ([(BUSY, 14), (GONE, 3)], "suspect suspect gone"),
    "busy for weeks, then silent": ([(BUSY, 14), (FAILED, 15)], "suspect gone"),
    "busy now and then": ([(FAILED, 13), (BUSY, 1), (FAILED, 14)], "suspect suspect"),
    "busy between": ([(GONE, 2), (BUSY, 1), (GONE, 2)], "suspect suspect"),
    "busy every second day": ([(GONE, 1), (BUSY, 1)] * 20, "suspect suspect"),
    "busy once it is gone": ([(GONE, 3), (BUSY, 2)], "unchecked gone gone gone"),
    "silent, then not there once": ([(FAILED, 2), (GONE, 1)], "unchecked suspect"),
    "silent, then not there": ([(FAILED, 5), (NO_NAME, 3)], "suspect suspect gone"),
    "not there and silent by turns": ([(GONE, 1), (FAILED, 1)] * 3, "suspect suspect gone gone"),
    "silence says nothing": ([(GONE, 2), (FAILED, 3), (GONE, 1)], "suspect suspect gone"),
    "ways of silence": ([(found, 5) for found in (FAILED, *SILENT)], "suspect gone"),
    "ways of absence": ([(GONE, 2), (NO_NAME, 1)], "unchecked gone"),
}


def told(findings, step=DAY, link=None):
    """The states that a link passes through."""
    link, states = link or Link(), []
    for number, finding in enumerate(findings):
        apply(link, finding, START + number * step)
        states.append(LinkState(link.state).value)
    return " ".join(states)


@pytest.mark.parametrize("story", STORIES)
def test_a_link_is_what_its_days_made_of_it(story):
    findings, states = STORIES[story]
    assert told(findings) == states


@pytest.mark.parametrize("story", MIXED)
def test_what_was_seen_once_makes_no_link_gone(story):
    days, last = MIXED[story]
    states = told([finding for finding, number in days for _day in range(number)]).split()
    assert states[-len(last.split()) :] == last.split()
    assert "gone" not in states[: -len(last.split())]


def test_a_sign_of_life_counts_on_a_day_that_failed_already():
    link = Link()
    told([GONE, GONE], link=link)
    apply(link, BUSY, START + DAY * 1.1)
    apply(link, GONE, START + DAY * 2)
    assert link.state != LinkState.GONE


@pytest.mark.parametrize("finding", ANSWERS)
def test_what_answers_is_never_given_up(finding):
    assert told([finding] * 60).split()[2:] == ["suspect"] * 58


@pytest.mark.parametrize("finding", SILENT)
def test_silence_is_given_up(finding):
    assert told([finding] * 15).endswith("suspect gone")


def test_many_failures_of_one_day_are_one():
    assert told([OK, *[GONE] * 30], timedelta(minutes=30)) == "ok " + " ".join(["ok"] * 30)


def test_a_failing_link_keeps_the_day_on_which_it_began():
    link = Link()
    told([OK, GONE, GONE, GONE], link=link)
    assert link.failing_since == START + DAY
    assert link.last_ok_at == START
    told([OK], link=link)
    assert (link.failing_since, link.strikes) == (None, 0)


@pytest.mark.parametrize(
    ("findings", "wait"),
    [
        ([OK], 7 * DAY),
        ([MOVED], 7 * DAY),
        ([BLOCKED], 7 * DAY),
        ([FAILED], DAY),
        ([FAILED, FAILED, FAILED, FAILED], DAY),
        ([GONE, GONE, GONE], 7 * DAY),
        ([Finding(Outcome.FAILED, status=503, retry_after=3 * DAY)], 3 * DAY),
        ([Finding(Outcome.BLOCKED, status=429, retry_after=DAY)], 7 * DAY),
    ],
)
def test_when_it_is_checked_again(findings, wait):
    link = Link()
    told(findings, link=link)
    assert link.next_check_at - link.checked_at == wait


def test_marks_of_an_answer_are_kept_while_nothing_changes():
    link = Link()
    marks = {"etag": '"a"', "last_modified": "Mon"}
    told([Finding(Outcome.OK, status=200, **marks), Finding(Outcome.OK, status=304)], link=link)
    assert (link.etag, link.last_modified) == ('"a"', "Mon")
    told([OK], link=link)
    assert (link.etag, link.last_modified) == ("", "")


def test_where_it_moved_is_forgotten_when_it_did_not():
    link = Link()
    told([MOVED], link=link)
    assert link.moved_to == "https://new.example/"
    told([OK], link=link)
    assert link.moved_to == ""
