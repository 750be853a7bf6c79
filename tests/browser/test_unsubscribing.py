"""Somebody unsubscribes in a real browser, by the link in a mail."""

import pytest

from forms.models import SuppressedAddress
from forms.outbox import unsubscribing
from tests.browser.axe import assert_accessible
from tests.browser.html_checker import html_errors


@pytest.mark.parametrize(("width", "color_scheme"), [(320, "dark"), (1280, "light")])
def test_the_button_unsubscribes(loaded_site, open_page, watch, width, color_scheme):
    watch.expect(r"status of 410 .*unsubscribe")
    page = open_page(width=width, color_scheme=color_scheme)
    link = loaded_site.url + "/unsubscribe/?" + unsubscribing.link_for("a@b.example").split("?")[1]
    html = {"asked": page.goto(link).text()}
    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    with page.expect_navigation() as navigation:
        page.get_by_role("button", name="Unsubscribe").click()
    html["done"] = navigation.value.text()
    assert page.get_by_role("heading", name="You are unsubscribed").is_visible()
    assert_accessible(page)
    assert SuppressedAddress.objects.of("a@b.example").exists()
    html["wrong link"] = page.goto(link[:-1]).text()
    assert_accessible(page)
    assert html_errors(html) == []
