"""What people signed or wrote is not deleted together with a page."""

import pytest
from django.db.models import ProtectedError
from django.urls import reverse
from wagtail.models import Page

from forms.models import Message, Pledge
from tests import builders
from tests.conftest import logged_in
from tests.forms.contributors import contributed
from tests.markup import text_of

REASON = "This page holds what people signed or wrote"


@pytest.fixture
def answered(site, client):
    """The site after one pledge and one message."""
    client.post("/commit/", builders.pledge_answers())
    client.post("/join/", builders.message_answers())
    return site


@pytest.fixture
def staff(site):
    """Somebody who may do everything; what they may not do, nobody may."""
    return logged_in(builders.superuser())


def bulk_delete(browser, *pages):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    ids = "&".join(f"id={page.pk}" for page in pages)
    return browser.post(f"{address}?{ids}", follow=True)


@pytest.mark.parametrize("slug", ["commit", "join", "home"])
def test_the_page_and_those_above_it_stay(answered, staff, slug):
    page = Page.objects.get(slug=slug)
    response = staff.post(reverse("wagtailadmin_pages:delete", args=[page.pk]), follow=True)
    assert REASON in text_of(response)
    assert Page.objects.filter(pk=page.pk).exists()


@pytest.mark.parametrize("slug", ["commit", "join", "home"])
def test_nor_do_they_go_among_others(answered, staff, slug):
    page, other = Page.objects.get(slug=slug), builders.content_page()
    bulk_delete(staff, other, page)
    assert Page.objects.filter(pk__in=[page.pk, other.pk]).count() == 2


@pytest.mark.parametrize("slug", ["suggest", "report-a-problem"])
def test_nor_do_the_forms_about_the_library(site, staff, client, slug):
    contributed(client)
    page = Page.objects.get(slug=slug)
    response = staff.post(reverse("wagtailadmin_pages:delete", args=[page.pk]), follow=True)
    assert REASON in text_of(response)
    with pytest.raises(ProtectedError):
        page.delete()


def test_staff_are_told_why(answered, staff, home):
    assert REASON in text_of(bulk_delete(staff, home))


def test_other_pages_can_be_deleted_several_at_once(answered, staff):
    pages = [builders.content_page(title=slug, slug=slug) for slug in ("one", "two")]
    bulk_delete(staff, *pages)
    assert not Page.objects.filter(slug__in=["one", "two"]).exists()


def test_a_form_that_nobody_filled_in_can_be_deleted(site, staff):
    page = Page.objects.get(slug="commit")
    staff.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    assert not Page.objects.filter(pk=page.pk).exists()


@pytest.mark.parametrize("slug", ["commit", "join", "home"])
def test_not_even_code_deletes_them(answered, slug):
    with pytest.raises(ProtectedError):
        Page.objects.get(slug=slug).delete()
    assert (Pledge.objects.count(), Message.objects.count()) == (1, 1)


def test_the_words_that_were_signed_stay(answered):
    with pytest.raises(ProtectedError):
        Pledge.objects.get().wording.delete()


def test_a_pledge_outlives_the_society_it_names(site, client):
    society = builders.society(slug="gone")
    client.post("/commit/", builders.pledge_answers(society=society.pk))
    society.memberships.all().delete()  # as nobody does: a society's history keeps its page
    society.delete()
    assert Pledge.objects.get().society is None


def test_unpublishing_is_always_possible(answered, staff, client):
    page = Page.objects.get(slug="commit")
    staff.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    assert client.get("/commit/").status_code == 404
    assert "Commit to act" not in text_of(client.get("/"))
    assert Pledge.objects.count() == 1
