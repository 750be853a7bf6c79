import pytest
from tests.browser.axe import axe_findings
from tests.browser.html_checker import html_errors
from django.contrib.auth import get_user_model
from wagtail.models import Page


def test_served(served_site, page):
    r = page.goto(f"{served_site}/")
    print(
        r.status,
        page.title(),
        page.evaluate("document.querySelectorAll('link[rel=stylesheet]').length"),
    )
    for f in axe_findings(page):
        print(f)
    print(*html_errors({"/": r.text()}), sep="\n")


def test_loaded(loaded_site, page):
    assert page.goto(f"{loaded_site}/members/").status == 200
    print(page.title(), Page.objects.count())
    get_user_model().objects.create_user("a@example.org")


@pytest.mark.parametrize("n", [1])
def test_loaded_again(loaded_site, page, n):
    assert page.goto(f"{loaded_site}/commit/").status == 200
    assert not get_user_model().objects.exists()


def test_live(live_server):
    assert Page.objects.count() == 2


@pytest.mark.django_db
def test_db_after():
    assert Page.objects.count() == 2
