"""A signer confirms and sees to their data in a real browser, which sends its own Origin."""

import pytest

from forms.models import OutgoingMail, Pledge
from tests.browser.axe import assert_accessible
from tests.browser.html_checker import html_errors
from tests.forms.signers import code_in, link_to


def check(page, width):
    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def sign(page, url):
    page.goto(f"{url}/commit/")
    page.get_by_label("Your name").fill("Ada Roe")
    page.get_by_label("E-mail address").fill("ada@example.org")
    page.locator("main form button").click()
    page.wait_for_url("**/thank-you/")


@pytest.mark.parametrize(("width", "color_scheme"), [(320, "dark"), (1280, "light")])
def test_from_the_form_to_erasure(loaded_site, open_page, watch, width, color_scheme):
    watch.expect(r"status of (422|410) .*commit")
    page = open_page(width=width, color_scheme=color_scheme)
    html = {}
    sign(page, loaded_site.url)
    html["confirm"] = page.goto(loaded_site.url + link_to("confirm")).text()
    check(page, width)
    page.get_by_role("button", name="Confirm my commitment").click()
    page.get_by_role("heading", name="Your commitment is confirmed").wait_for()
    check(page, width)
    html["yours"] = page.goto(loaded_site.url + link_to("yours")).text()
    check(page, width)
    page.get_by_label("Your name").fill("Ada Rowe")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("status").wait_for()
    check(page, width)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download everything").click()
    assert download.value.suggested_filename == "commitment.json"
    page.get_by_role("button", name="Withdraw my commitment").click()
    page.get_by_role("heading", name="Commit anew").wait_for()
    check(page, width)
    page.get_by_role("button", name="Erase my data").click()
    page.get_by_role("heading", name="Your data is deleted").wait_for()
    assert not Pledge.objects.exists()
    assert not OutgoingMail.objects.exists()
    assert html_errors(html) == []


def test_the_code_is_typed_on_the_thank_you_page(loaded_site, page, watch):
    watch.expect(r"status of 422 .*commit")
    sign(page, loaded_site.url)
    page.get_by_label("E-mail address").fill("ada@example.org")
    page.get_by_label("Code from the email").fill("222222")
    page.get_by_role("button", name="Confirm").click()
    page.get_by_role("alert").wait_for()
    assert_accessible(page)
    page.get_by_label("Code from the email").fill(code_in())
    page.get_by_role("button", name="Confirm").click()
    page.get_by_role("heading", name="Your commitment is confirmed").wait_for()


def test_the_page_that_confirms_says_that_a_browser_showed_it(loaded_site, page, watch):
    sign(page, loaded_site.url)
    with page.expect_response(lambda response: response.request.method == "POST") as told:
        page.goto(loaded_site.url + link_to("confirm"))
    assert told.value.status == 204
    pledge = Pledge.objects.get()
    assert (bool(pledge.opened_at), pledge.status) == (True, "pending")


def test_without_scripts_it_confirms_as_well(loaded_site, open_page):
    page = open_page(java_script_enabled=False)
    sign(page, loaded_site.url)
    page.goto(loaded_site.url + link_to("confirm"))
    assert Pledge.objects.get().opened_at is None
    page.get_by_role("button", name="Confirm my commitment").click()
    page.get_by_role("heading", name="Your commitment is confirmed").wait_for()
    pledge = Pledge.objects.get()
    assert pledge.opened_at == pledge.confirmed_at
