"""Communications staff change what readers see, in the real admin."""

import pytest
from django.core.management import call_command

from forms.models import OutgoingMail
from home.models import HomePage
from tests.browser.axe import assert_accessible
from tests.browser.html_checker import html_errors
from tests.browser.publishing import publish
from tests.browser.signing_in import sign_in
from tests.builders import content_page, document, image, resource, society, statistic, user_in

LONG_NAME = "Society of Interventional and Diagnostic Neuroradiological Hospital Departments"


@pytest.fixture
def editor(loaded_site, settings, page):
    """A browser in which somebody from communications is logged in."""
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0
    user = user_in("Communications")
    page.goto(f"{loaded_site.url}/admin/")
    sign_in(page, user.email)
    return page


def test_a_sentence_is_changed_and_readers_see_it(editor, loaded_site, open_page):
    home = HomePage.objects.get()
    editor.goto(f"{loaded_site.url}/admin/pages/{home.pk}/edit/")
    editor.get_by_role("textbox", name="Tagline").fill("Together for every patient")
    publish(editor)
    reader = open_page(width=360)
    reader.goto(loaded_site.url)
    assert reader.get_by_text("Together for every patient").is_visible()


def test_a_pledge_and_its_mail_are_on_the_first_screen(editor, loaded_site, open_page):
    reader = open_page(width=360)
    reader.goto(f"{loaded_site.url}/commit/")
    reader.get_by_label("Your name").fill("A reader")
    reader.get_by_label("E-mail address").fill("reader@example.org")
    reader.get_by_role("button", name="Commit to act").click()
    reader.wait_for_url("**/thank-you/")
    editor.goto(f"{loaded_site.url}/admin/")
    assert editor.get_by_text("1 mail waiting").is_visible()
    call_command("send_outbox")
    assert OutgoingMail.objects.get().state == "sent"
    editor.reload()
    editor.get_by_text("1 mail sent").click()
    editor.get_by_role("cell", name="example.org", exact=True).wait_for()
    assert "reader@example.org" not in editor.content()


@pytest.fixture
def full_page(loaded_site):
    """A page with each block there is."""
    shown = statistic(on_home_page=True), resource(shelf="Coalition member resources")
    society(LONG_NAME, order=1)
    return content_page(
        ("text", "<p>Words with <b>weight</b>.</p>"),
        ("heading", {"text": "A part", "level": "2"}),
        ("image", {"image": {"image": image().pk, "alt_text": "A square"}, "caption": "A caption"}),
        ("quotation", {"words": "We act together.", "speaker": "A member"}),
        ("call_to_action", {"text": "Do it.", "label": "To the first page", "page": 3}),
        ("table", TABLE),
        ("document", {"document": document().pk}),
        ("embed", {"title": "A film", "address": "https://vimeo.com/76979871"}),
        ("statistics", [shown[0].pk]),
        ("resources", [shown[1].pk]),
        ("members", None),
    )


TABLE = {
    "columns": [{"type": "text", "heading": "Year"}, {"type": "number", "heading": "Deaths"}],
    "rows": [{"values": ["2001", "12"]}, {"values": ["2002", "10"]}],
    "caption": "Some numbers",
}


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("color_scheme", ["light", "dark"])
def test_every_block_is_accessible(full_page, loaded_site, open_page, width, color_scheme):
    page = open_page(width=width, color_scheme=color_scheme)
    page.goto(loaded_site.url + full_page.url)
    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_blocks_fill_their_place_and_end_clear_of_the_footer(full_page, loaded_site, page):
    page.goto(loaded_site.url + full_page.url)
    inset, row = (page.locator(place).bounding_box() for place in (".inset", ".inset .statistic"))
    assert row["width"] > 0.9 * inset["width"]
    video, link = page.locator(".embed"), page.get_by_text("Watch it where it was published")
    assert link.bounding_box()["y"] - bottom(video) >= 8
    full_page.body = full_page.body.raw_data[:9]  # as far as the statistics
    full_page.save()
    page.reload()
    assert page.get_by_role("contentinfo").bounding_box()["y"] - bottom(page.locator(".inset")) > 60


def bottom(place):
    return place.bounding_box()["y"] + place.bounding_box()["height"]


def test_every_block_is_valid_html_and_loads_nothing_from_elsewhere(full_page, loaded_site, page):
    html = page.goto(loaded_site.url + full_page.url).text()
    assert html_errors({"blocks": html}) == []
    assert page.locator("iframe").count() == 1
    page.wait_for_load_state("networkidle")


def test_a_video_loads_when_it_is_opened(full_page, loaded_site, page, watch):
    watch.expect(r"player\.vimeo\.com")
    asked = []
    page.context.route("https://player.vimeo.com/**", lambda route: asked.append(route.abort()))
    page.goto(loaded_site.url + full_page.url)
    page.locator(".embed summary").scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    assert asked == []
    with page.expect_request("https://player.vimeo.com/**"):
        page.locator(".embed summary").click()
