"""The history of memberships and of names: what it takes, and what it keeps."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from members.models import Membership, MemberSocietyPage, SocietyName
from resources.models import ResourcePage
from tests import builders
from tests.admin_forms import edit_page
from tests.markup import soup, words

MARCH, APRIL, MAY = date(2021, 3, 1), date(2021, 4, 1), date(2021, 5, 1)
DAY = timedelta(days=1)


@pytest.fixture
def society(site):
    """A society that was a general member from March to May."""
    return builders.society("Society of Rays", level="general", start=MARCH, end=MAY, slug="rays")


def period(society, start=None, end=None, **fields):
    fields = {"level": "executive", "source": "Minutes"} | fields
    return Membership(society=society, start=start, end=end, **fields)


# Periods


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (MARCH, MAY),
        (APRIL, None),
        (None, APRIL),
        (None, None),
        (MAY, None),
        (None, MARCH),
        (APRIL, APRIL),
        (date.min, date.max),
    ],
)
def test_a_period_that_shares_a_day_with_another_is_refused(society, start, end):
    with pytest.raises(ValidationError, match="shares days with this one"):
        period(society, start, end).full_clean()


@pytest.mark.parametrize(("start", "end"), [(MAY + DAY, None), (None, MARCH - DAY)])
def test_a_period_that_begins_when_another_has_ended_is_taken(society, start, end):
    period(society, start, end).full_clean()


def test_a_period_may_be_corrected_where_it_stands(society):
    known = society.memberships.get()
    known.end = APRIL
    known.full_clean()


def test_the_periods_of_another_society_do_not_matter(society):
    period(builders.society("Another", slug="another", start=MAY), MARCH, APRIL).full_clean()


def test_an_end_before_the_start_is_refused(society):
    wrong = period(society, date(2023, 1, 2), date(2023, 1, 1))
    with pytest.raises(ValidationError, match="The last day lies before the first"):
        wrong.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        wrong.save()


def test_a_period_of_one_day_is_taken(society):
    period(society, date(2023, 1, 1), date(2023, 1, 1)).full_clean()


@pytest.mark.parametrize(
    ("day", "is_member"),
    [(MARCH - DAY, False), (MARCH, True), (APRIL, True), (MAY, True), (MAY + DAY, False)],
)
def test_the_first_and_the_last_day_count(society, day, is_member):
    assert MemberSocietyPage.objects.members_on(day).filter(pk=society.pk).exists() is is_member
    assert Membership.objects.of(society).on(day).exists() is is_member


@pytest.mark.parametrize("day", [date.min, MARCH, date.max])
def test_a_period_without_days_holds_every_day(site, day):
    society = builders.society(slug="always")
    assert society in MemberSocietyPage.objects.members_on(day)


def test_prospective_and_former_members_are_none(site):
    for level in ("prospective", "former"):
        builders.society(level, level=level, slug=level)
    titles = MemberSocietyPage.objects.members_on().values_list("title", flat=True)
    assert len(titles) == 8
    assert not {"prospective", "former"} & set(titles)


def test_translations_share_their_history(society):
    translation = builders.translate(society)
    assert [p.start for p in translation.history] == [MARCH]
    with pytest.raises(ValidationError):
        period(translation, APRIL, None).full_clean()
    period(translation, MAY + DAY, None).save()
    both = [MemberSocietyPage.objects.get(pk=page.pk).history for page in (society, translation)]
    assert [[p.start for p in history] for history in both] == [[MAY + DAY, MARCH]] * 2
    assert set(MemberSocietyPage.objects.members_on(MAY + DAY)) >= {society, translation}


# Names


def rename(page, title):
    page.title = title
    page.save_revision().publish()
    return MemberSocietyPage.objects.get(pk=page.pk)


@pytest.fixture
def named(society):
    """The society as published with its first name."""
    return rename(society, "Society of Rays")


def test_a_rename_keeps_the_former_name(named):
    page = rename(rename(named, "Society of Beams"), "Society of Waves")
    assert page.former_names == ["Society of Beams", "Society of Rays"]
    first, second, third = page.names.all()
    assert (first.since, second.since, third.since) == (None, *[timezone.localdate()] * 2)


def test_a_name_that_is_taken_up_again_is_no_former_one(named):
    page = rename(rename(named, "Society of Beams"), "Society of Rays")
    assert page.former_names == ["Society of Beams"]


def test_publishing_again_adds_no_name(named):
    assert rename(named, named.title).names.count() == 1


def test_a_draft_of_a_new_name_is_no_name_yet(named):
    named.title = "Society of Drafts"
    named.save_revision()
    assert [name.name for name in SocietyName.objects.filter(society=named)] == ["Society of Rays"]


def test_a_name_is_in_use_from_its_first_day_on(named):
    SocietyName.objects.create(society=named, name="Society of Beams", since=APRIL)
    names = SocietyName.objects.filter(society=named)
    assert names.in_use_on(APRIL - DAY).last().name == "Society of Rays"
    assert names.in_use_on(APRIL).last().name == "Society of Beams"


def test_a_former_name_finds_the_society(named, client):
    rename(named, "Society of Beams")
    results = soup(client.get("/search/", {"q": "society of rays"})).select(".results a")
    assert [words(a) for a in results] == ["Society of Beams"]


def test_the_old_addresses_lead_to_the_new_ones(
    named, communications, client, django_capture_on_commit_callbacks
):
    builders.add(named, ResourcePage(title="Atlas", slug="atlas"))
    with django_capture_on_commit_callbacks(execute=True):
        edit_page(communications, named, title="Society of Beams", slug="beams")
    for old, new in [("rays/", "beams/"), ("rays/atlas/", "beams/atlas/")]:
        response = client.get(f"/members/{old}")
        assert (response.status_code, response["Location"]) == (301, f"/members/{new}")
    page = soup(client.get("/members/beams/"))
    assert words(page.h1) == "Society of Beams"
    assert "Society of Rays" in words(page.select_one(".facts"))
