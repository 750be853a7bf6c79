"""A reader on any phone and line: no script, no cookie, no mouse, few bytes."""

import gzip
import re
from urllib.request import urlopen

import pytest

from tests.browser.addresses import NOT_OK, PAGES

FIRST_ROUND_TRIP = 14 * 1024  # bytes: ten packets, RFC 6928


def fill_in_pledge(page, email):
    page.get_by_label("Your name").fill("A reader")
    page.get_by_label("E-mail address").fill(email)


def test_the_home_page_fits_the_first_round_trip(served_site, page):
    html = page.goto(served_site.url + "/").body()
    style = page.locator("link[rel=stylesheet]").evaluate_all("links => links.map(l => l.href)")
    assert len(style) == 1
    css = urlopen(style[0]).read()  # noqa: S310
    assert page.locator("script:not([type='application/ld+json'])").count() == 0  # that is data
    assert len(gzip.compress(html)) + len(gzip.compress(css)) <= FIRST_ROUND_TRIP


def test_what_goes_over_the_line_is_compressed(served_site, page):
    for kind in ("document", "stylesheet"):
        with page.expect_response(
            lambda response, kind=kind: kind == response.request.resource_type
        ) as answer:
            page.goto(served_site.url + "/")
        assert answer.value.all_headers()["content-encoding"] == "gzip"


def test_no_page_sets_a_cookie(served_site, page, watch):
    watch.expect(NOT_OK)
    for address in PAGES.values():
        page.goto(served_site.url + address)
    assert page.context.cookies() == []


def test_a_pledge_without_javascript(served_site, open_page):
    page = open_page(width=360, java_script_enabled=False)
    page.goto(served_site.url + "/")
    fill_in_pledge(page, "without-script@example.org")
    page.get_by_label("Your society").select_option("American Board of Radiology")
    page.get_by_role("button", name="Commit to act").click()
    page.wait_for_url("**/commit/thank-you/")
    (cookie,) = page.context.cookies()  # with which this browser may ask for the mail again
    assert (cookie["path"], cookie["httpOnly"], cookie["sameSite"]) == (
        "/commit/again/",
        True,
        "Strict",
    )


def test_a_mistake_keeps_what_was_typed_and_says_where_it_is(served_site, open_page, watch):
    watch.expect(NOT_OK)
    page = open_page(java_script_enabled=False)
    page.goto(served_site.url + "/commit/")
    page.get_by_label("Your name").fill("A reader")
    page.get_by_label("E-mail address").fill("reader@nowhere")
    page.get_by_label("send me updates").check()
    page.get_by_role("button", name="Commit to act").click()
    page.locator(".form-errors").wait_for()
    wrong = page.get_by_label("E-mail address")
    assert page.get_by_label("Your name").input_value() == "A reader"
    assert wrong.input_value() == "reader@nowhere"
    assert page.get_by_label("send me updates").is_checked()
    described_by = page.locator("#" + wrong.get_attribute("aria-describedby"))
    assert "valid email" in described_by.inner_text()


def test_the_pledge_by_keyboard_alone(served_site, page):
    page.goto(served_site.url + "/commit/")
    page.keyboard.press("Tab")
    assert focused(page) == "Skip to the content"
    page.keyboard.press("Enter")
    tab_to(page, "id_name")
    page.keyboard.type("A reader")
    page.keyboard.press("Tab")
    page.keyboard.type("by-keyboard@example.org")
    tab_to(page, "id_wants_updates")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_url("**/commit/thank-you/")


def test_every_link_and_field_shows_its_focus(served_site, page):
    page.goto(served_site.url + "/")
    for _ in range(25):
        page.keyboard.press("Tab")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"


def focused(page):
    return page.evaluate("document.activeElement.innerText")


def tab_to(page, element_id):
    """Press Tab until the element with this id has the focus."""
    for _ in range(40):
        if page.evaluate("document.activeElement.id") == element_id:
            return
        page.keyboard.press("Tab")
    pytest.fail(f"{element_id} cannot be reached by keyboard")


@pytest.mark.parametrize("width", [320, 360])
def test_the_header_of_a_phone_is_low(served_site, open_page, width):
    page = open_page(width=width)
    page.goto(served_site.url + "/members/")
    header = page.get_by_role("banner")
    name, button = (
        box(header.get_by_role("link", name=words)) for words in ("Radiology", "Commit to act")
    )
    assert box(header)["height"] <= 170
    assert name["x"] + name["width"] <= button["x"]
    assert name["y"] <= button["y"] < name["y"] + name["height"]


def box(place):
    """Where something is on the page, and how large."""
    return place.bounding_box()


@pytest.mark.parametrize("width", [768, 1280])
@pytest.mark.parametrize("address", ["/", "/statistics/"])
def test_statistics_stand_in_rows_that_end_together(served_site, open_page, width, address):
    page = open_page(width=width)
    page.goto(served_site.url + address)
    rows = [box(row) for row in page.locator(".statistic").all()]
    assert len(rows) == 7
    assert {(row["x"], row["width"]) for row in rows} == {(rows[0]["x"], rows[0]["width"])}
    for figures, statement in zip(
        page.locator(".statistic .figures").all(), page.locator(".statement").all(), strict=True
    ):
        assert box(figures)["x"] + box(figures)["width"] < box(statement)["x"]


def test_the_link_to_all_figures_stands_clear_of_the_last_one(served_site, page):
    page.goto(served_site.url + "/")
    last = box(page.locator(".statistics"))
    link = box(page.get_by_role("link", name="All figures and their data"))
    assert link["y"] - last["y"] - last["height"] >= 24
    line = page.locator(".statistics").evaluate("node => getComputedStyle(node).borderBottomWidth")
    assert line != "0px"


def test_a_page_prints_as_a_clean_handout(served_site, page):
    page.goto(served_site.url + "/statistics/breast-cancer-black-women/")
    page.emulate_media(media="print")
    assert not page.get_by_role("navigation", name="Main menu").is_visible()
    assert page.locator(".statement", has_text="Black women are 42% more likely").is_visible()
    as_of = page.locator(".as-of").inner_text()
    assert re.search(r"As of \w+\.? \d+, \d{4}: .*/statistics/breast-cancer-black-women/", as_of)


def test_it_reads_in_forced_colors(served_site, open_page):
    page = open_page(forced_colors="active")
    page.goto(served_site.url + "/")
    assert page.locator(".bar rect").first.is_visible()
    assert page.locator(".direction-mark").first.is_visible()
