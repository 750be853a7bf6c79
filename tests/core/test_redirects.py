"""Whoever follows an old address gets to where the page is now, in one step."""

import pytest
from django.contrib.contenttypes.models import ContentType
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from home.models import ContentPage
from tests import builders


@pytest.fixture
def rename(django_capture_on_commit_callbacks):
    """Publish a page with another part of the address, as staff do."""

    def rename(page, slug):
        page = Page.objects.get(pk=page.pk).specific
        with django_capture_on_commit_callbacks(execute=True):
            page.slug = slug
            page.save_revision().publish()
        return page

    return rename


def move(page, below):
    Page.objects.get(pk=page.pk).specific.move(Page.objects.get(pk=below.pk), pos="last-child")


@pytest.fixture
def pages(site):
    """A page with another below it, and a third."""
    first = builders.content_page(title="First", slug="first")
    builders.add(first, ContentPage(title="Below", slug="below"))
    return first, builders.content_page(title="Third", slug="third")


def lead(client, addresses):
    """Where each address leads, and that it does so at once and for ever."""
    found = {}
    for address in addresses:
        response = client.get(address)
        assert response.status_code == 301, address
        assert client.get(response["Location"]).status_code == 200
        found[address] = response["Location"]
    return found


def test_a_renamed_page_takes_those_below_along(pages, client, rename):
    rename(pages[0], "second")
    rename(pages[0], "again")
    assert lead(client, ["/first/", "/first/below/", "/second/", "/second/below/"]) == {
        "/first/": "/again/",
        "/first/below/": "/again/below/",
        "/second/": "/again/",
        "/second/below/": "/again/below/",
    }


def test_so_does_a_page_that_was_moved(pages, client):
    move(*pages)
    assert lead(client, ["/first/", "/first/below/"]) == {
        "/first/": "/third/first/",
        "/first/below/": "/third/first/below/",
    }


def test_a_society_and_its_resources_are_found_under_the_old_name(site, client, rename):
    society = builders.society("Old", slug="old")
    builders.resource("Paper", slug="paper", below=society)
    rename(society, "new")
    assert lead(client, ["/members/old/paper/"]) == {"/members/old/paper/": "/members/new/paper/"}


def test_each_language_has_its_own(pages, client, rename):
    spanish = builders.translate(pages[0], slug="primera")
    rename(spanish, "segunda")
    assert lead(client, ["/es/primera/"]) == {"/es/primera/": "/es/segunda/"}
    assert client.get("/primera/").status_code == 404
    assert client.get("/first/").status_code == 200


def test_there_and_back_is_no_loop(pages, client, rename):
    rename(pages[0], "second")
    page = rename(pages[0], "first")
    assert client.get("/first/").status_code == 200
    assert lead(client, ["/second/"]) == {"/second/": "/first/"}
    page.unpublish()
    assert client.get("/first/").status_code == client.get("/second/").status_code == 404


def test_a_new_page_at_an_old_address_is_what_stands_there(pages, client, rename):
    rename(pages[0], "second")
    new = builders.content_page(title="New", slug="first")
    assert client.get("/first/").status_code == 200
    rename(new, "newer")
    assert lead(client, ["/first/"]) == {"/first/": "/newer/"}


def test_an_old_address_tells_nothing_of_what_readers_may_not_see(pages, client, rename):
    rename(pages[0], "secret-name")
    builders.hide(pages[0])
    for address in ("/first/", "/first/below/"):
        response = client.get(address)
        assert response.status_code == 404
        assert "secret-name" not in f"{response.headers}{response.content}"


def test_a_redirect_of_staff_to_another_site_is_kept(site, client):
    Redirect.add_redirect("/gone/", redirect_to="https://example.org/there/")
    assert client.get("/gone/?x=1")["Location"] == "https://example.org/there/"


def test_a_page_with_eleven_hundred_below_it_can_be_renamed(pages, client, rename):
    top = Page.objects.get(pk=pages[0].pk)
    same = {
        "depth": top.depth + 1,
        "locale": top.locale,
        "content_type": ContentType.objects.get_for_model(Page),
    }
    numbers = range(1000, 2100)
    Page.objects.bulk_create(
        Page(
            title="P", slug=f"p{n}", path=top.path + str(n), url_path=f"{top.url_path}p{n}/", **same
        )
        for n in numbers
    )
    rename(top, "second")
    for n in numbers[0], numbers[-1]:
        assert client.get(f"/first/p{n}/")["Location"] == f"/second/p{n}/"


def test_an_address_too_long_to_keep_stops_nothing(pages, client, rename):
    deep = pages[0]
    for _ in range(3):
        deep = builders.add(deep, ContentPage(title="Deep", slug="d" * 100))
    rename(pages[0], "second")
    assert client.get(deep.url.replace("first", "second")).status_code == 200
    assert all(len(path) <= 255 for path in Redirect.objects.values_list("old_path", flat=True))
