"""An invited person accepts in a real browser, which sends its own Origin and Referer."""

import pytest

from members import invitations
from members.models import Section
from tests import builders
from tests.browser.axe import assert_accessible
from tests.browser.html_checker import html_errors
from tests.browser.signing_in import sign_in

PASSWORD = "heliotrope vane"


@pytest.fixture
def link(loaded_site):
    invited = builders.invitation(Section.objects.get(society__acronym="ACR"))
    return f"{loaded_site.url}/invitation/?key={invitations.key_of(invited)}"


def type_in(page, **passwords):
    page.get_by_label("First name").fill("Ada")
    page.get_by_label("Last name").fill("Roe")
    page.get_by_label("Password", exact=True).fill(passwords.get("first", PASSWORD))
    page.get_by_label("The same password again").fill(passwords.get("second", PASSWORD))


@pytest.mark.parametrize(("width", "color_scheme"), [(320, "dark"), (1280, "light")])
def test_an_invitation_is_accepted(link, open_page, watch, width, color_scheme):
    watch.expect(r"status of (422|410) .*invitation")
    page = open_page(width=width, color_scheme=color_scheme)
    html = {"the invitation": page.goto(link).text()}
    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    type_in(page, second="another one")
    page.get_by_role("button", name="Make my account").click()
    page.get_by_role("alert").wait_for()
    assert_accessible(page)
    type_in(page)
    referers = []
    page.on("request", lambda request: referers.append(request.headers.get("referer", "")))
    page.get_by_role("button", name="Make my account").click()
    page.wait_for_url("**/admin/")
    assert not any("key" in referer for referer in referers)
    reader = open_page(width=width, color_scheme=color_scheme)
    html["accepted before"] = reader.goto(link).text()
    assert_accessible(reader)
    assert html_errors(html) == []


def test_an_account_joins_and_logs_in(link, page):
    builders.user_in(email="ada@example.org")
    page.goto(link)
    assert_accessible(page)
    page.get_by_role("button", name="Join").click()
    page.wait_for_url("**/admin/login/**")
    sign_in(page, "ada@example.org")
    assert page.get_by_text("American College of Radiology").first.is_visible()
