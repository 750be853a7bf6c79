"""axe and the Nu HTML checker find nothing, on any page in any state."""

import pytest

from tests.browser.addresses import NOT_OK, PAGES
from tests.browser.axe import assert_accessible
from tests.browser.html_checker import html_errors


@pytest.fixture(autouse=True)
def _expect_pages_that_are_not_ok(watch):
    watch.expect(NOT_OK)


@pytest.mark.parametrize("color_scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(served_site, open_page, width, color_scheme):
    page = open_page(width=width, color_scheme=color_scheme)
    for address in PAGES.values():
        page.goto(served_site.url + address)
        assert_accessible(page)


@pytest.mark.parametrize("address", ["/commit/", "/join/", "/suggest/"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_in_a_form_with_errors(served_site, open_page, address, width):
    page = open_page(width=width)
    send_empty_form(page, served_site.url + address)
    assert page.locator(".field-wrong").count() >= 2
    assert_accessible(page)


@pytest.mark.parametrize("address", ["/", "/commit/", "/join/"])
def test_axe_finds_nothing_in_an_open_privacy_notice(served_site, open_page, address):
    page = open_page(width=320)
    page.goto(served_site.url + address)
    page.locator("summary").focus()
    page.keyboard.press("Enter")
    assert page.get_by_text("Who sees it").is_visible()
    assert_accessible(page)


@pytest.mark.parametrize("width", [320, 360, 768])
def test_nothing_is_wider_than_the_screen(served_site, open_page, width):
    page = open_page(width=width)
    for address in PAGES.values():
        page.goto(served_site.url + address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def test_the_html_is_valid(served_site, page):
    html = {}
    for name, address in PAGES.items():
        html[name] = page.goto(served_site.url + address).text()
    html["form with errors"] = send_empty_form(page, served_site.url + "/commit/")
    assert html_errors(html) == []


def send_empty_form(page, address):
    """Send a form as it is, past the browser's own checks; return the answer's HTML."""
    page.goto(address)
    page.evaluate("document.querySelector('main form').noValidate = true")
    with page.expect_navigation() as navigation:
        page.click("main form button")
    return navigation.value.text()
