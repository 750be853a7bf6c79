"""An editor inserts a figure instead of typing it, and readers get what the figure says today."""

import re
from decimal import Decimal

from playwright.sync_api import expect

from resources.models import StatisticPage
from tests.browser.axe import assert_accessible
from tests.browser.publishing import publish
from tests.browser.test_editor import editor  # noqa: F401
from tests.builders import content_page, figure, statistic


def correct(page, value):
    """Publish another value of the only figure of a statistic."""
    page = StatisticPage.objects.get(pk=page.pk)
    [figure] = page.figures.all()
    figure.value = Decimal(value)
    page.figures = [figure]
    page.save_revision().publish()


def test_a_figure_is_inserted_and_follows_a_correction(editor, loaded_site, open_page):  # noqa: F811
    corrected = statistic("Broken arms", [figure(value=63, outcome="breaking an arm")])
    page = content_page(("text", "<p>Arms</p>"))
    editor.goto(f"{loaded_site.url}/admin/pages/{page.pk}/edit/")
    text = editor.locator("#panel-child-content-body-section [role=textbox]").first
    text.click()
    editor.keyboard.press("Control+a")
    editor.keyboard.type("so many")
    editor.keyboard.press("Shift+Home")
    editor.get_by_role("button", name="Figure: a number").first.click()
    editor.locator(".figure-search input").fill("arm 63")
    editor.locator(".figure-search button").click()
    editor.locator("[data-figure-key]").nth(2).wait_for(state="detached")
    editor.get_by_role("button", name="63% more").click()
    text.locator(".TooltipEntity").wait_for()
    assert "63% more" in text.inner_text()
    # Draftail writes into the form a moment later, which on a busy machine may be too late.
    expect(editor.locator("[name=body-0-value]")).to_have_value(re.compile("FIGURE|figure"))
    publish(editor)
    reader = open_page(width=360)
    reader.goto(loaded_site.url + page.url)
    assert reader.get_by_role("link", name="63% more").is_visible()
    assert_accessible(reader)
    correct(corrected, 57)
    reader.reload()
    reader.get_by_role("link", name="57% more").click()
    reader.wait_for_url("**/figures/**")
    editor.goto(f"{loaded_site.url}/admin/pages/{page.pk}/edit/")
    assert "57% more" in text.inner_text()
