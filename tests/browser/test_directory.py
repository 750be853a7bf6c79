"""The directory in a browser without JavaScript, on a phone."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.addresses import NOT_OK


@pytest.fixture
def phone(open_page):
    """A narrow screen without JavaScript."""
    return open_page(width=360, java_script_enabled=False)


def test_a_day_is_chosen_in_the_form(served_site, phone):
    phone.goto(served_site.url + "/members/")
    form = phone.get_by_role("search")
    form.get_by_label("Day", exact=True).fill("2021-08-02")
    form.get_by_label("Kind", exact=True).select_option("Specialty society")
    phone.get_by_role("button", name="Show").click()
    phone.wait_for_url(re.compile(r"\?on=2021-08-02&level=&kind=specialty&letter=$"))
    expect(phone.get_by_role("heading", name="Members on Aug. 2, 2021")).to_be_visible()
    assert phone.locator(".member-wall li").count() == 4
    assert form.get_by_label("Day", exact=True).input_value() == "2021-08-02"


def test_links_lead_from_choice_to_choice_by_keyboard(served_site, phone):
    phone.goto(served_site.url + "/members/?on=2021-08-02")
    phone.get_by_role("link", name=re.compile("^Specialty society")).press("Enter")
    phone.get_by_role("link", name=re.compile("^R ")).press("Enter")
    phone.wait_for_url("**/members/?on=2021-08-02&kind=specialty&letter=R")
    expect(phone.locator(".member-name")).to_have_text(["Radiological Society of North America"])


def test_what_was_typed_can_be_seen_beside_its_error(served_site, phone, watch):
    watch.expect(NOT_OK)
    phone.goto(served_site.url + "/members/?on=0000-00-00&kind=nonsense&letter=zz")
    assert phone.get_by_label("Day", exact=True).input_value() == "0000-00-00"
    for label, typed in [("Kind", "nonsense"), ("First letter", "zz")]:
        box = phone.get_by_label(label, exact=True)
        assert box.input_value() == typed
        assert box.evaluate("box => box.selectedOptions[0].innerText") == typed
