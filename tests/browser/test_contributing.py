"""A reader reports a problem and suggests a resource, on a phone and on a desk."""

import pytest

from tests.browser.addresses import NOT_OK
from tests.browser.axe import assert_accessible
from tests.browser.html_checker import html_errors
from tests.browser.test_accessibility import send_empty_form


@pytest.fixture(params=[1280, 320])
def reader(watch, open_page, request):
    watch.expect(NOT_OK)
    return open_page(width=request.param)


def test_a_reader_reports_a_problem(served_site, reader):
    reader.goto(f"{served_site.url}/resources/major-policy-moves-ama/")
    reader.get_by_role("link", name="Report a problem with this resource").click()
    assert_accessible(reader)
    html = {"wrong": send_empty_form(reader, reader.url)}
    assert_accessible(reader)
    reader.get_by_label("It is out of date").check()
    html["form"] = reader.content()
    reader.get_by_role("button", name="Send the report").click()
    reader.wait_for_url("**/thank-you/")
    assert html_errors(html) == []


def test_a_reader_suggests_a_resource(served_site, reader):
    reader.goto(f"{served_site.url}/resources/")
    reader.get_by_role("main").get_by_role("link", name="Suggest a resource").click()
    reader.get_by_label("Title of the resource").fill("A toolkit")
    reader.get_by_label("Its address").fill("javascript:alert(1)")
    reader.get_by_label("What it is about").fill("It helps.")
    reader.get_by_role("button", name="Send the suggestion").click()
    assert reader.locator(".field-wrong").get_by_text("address of a web page").is_visible()
    assert_accessible(reader)
    reader.get_by_label("Its address").fill("toolkit.example")  # as people type it
    reader.get_by_role("button", name="Send the suggestion").click()
    reader.wait_for_url("**/thank-you/")
