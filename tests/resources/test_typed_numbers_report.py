"""Staff see which numbers of published pages are those of figures, or were."""

from io import BytesIO, StringIO
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.text import slugify
from openpyxl import load_workbook

from resources.models import TypedNumber
from tests import builders
from tests.conftest import logged_in
from tests.markup import soup, words
from tests.resources.test_number_check import bare, death, former  # noqa: F401

REPORT = "resources_typed_numbers"


def publish(text, title="A page", **fields):
    """A published page with a text, as an editor publishes it."""
    slug = slugify(title)
    page = builders.content_page(("text", text), title=title, slug=slug, **fields)
    page.save_revision().publish()
    return page


def rows(browser, **query):
    """What the report says: page, number, remark."""
    response = browser.get(reverse(REPORT), query)
    assert response.status_code == 200
    found = soup(response).select("table tbody tr")
    return [[words(cell) for cell in row.select("td")[:3]] for row in found]


FORMER = ["Former", "40%", "Still says a former number: “Breast cancer”: 42%"]
ALSO = ["Also", "42%", "Is also a figure: “Breast cancer”: 42%"]
GONE = ["Gone", "", "Quoted figure not available"]


@pytest.fixture
def pages(death):  # noqa: F811
    former(death, "40")
    publish("<p>Cancer: 40%</p>", "Former")
    publish("<p>Cancer: 42%</p>", "Also")
    publish(f'<p><embed embedtype="figure" key="{uuid4()}" part="number"/></p>', "Gone")
    publish(
        f'<p><embed embedtype="figure" key="{death.translation_key}" part="number"/></p>', "Fine"
    )
    publish("<p>Cancer: 41%</p>", "Unknown")


def test_the_report_lists_what_to_look_at(pages, communications):
    assert rows(communications) == [ALSO, FORMER, GONE]
    assert rows(communications, remark="former") == [FORMER]
    assert rows(communications, remark="also") == [ALSO]
    assert rows(communications, remark="gone") == [GONE]
    assert rows(communications, remark="nonsense") == [ALSO, FORMER, GONE]
    assert "Typed numbers" in communications.get("/admin/").content.decode()


def test_a_quoted_figure_that_was_superseded_is_listed(pages, death, communications):  # noqa: F811
    new = builders.statistic("Newer", [builders.figure(value=38)]).figures.get()
    type(new).objects.filter(pk=death.pk).update(superseded_by=new)
    said = ["Fine", "", "Quoted figure was superseded: “Newer”: 38%"]
    assert rows(communications, remark="superseded") == [said]


def test_a_quoted_figure_that_is_taken_down_is_listed(pages, death, communications):  # noqa: F811
    missing = builders.statistic("Empty", [builders.figure(value=None)]).figures.get()
    publish(f'<p><embed embedtype="figure" key="{missing.translation_key}"/></p>', "Empty")
    death.page.unpublish()
    assert rows(communications, remark="gone") == [
        ["Empty", "", GONE[2]],
        ["Fine", "", GONE[2]],
        GONE,
    ]
    assert rows(communications, remark="also") == []


def test_rows_come_and_go_with_the_page(death):  # noqa: F811
    page = publish("<p>Cancer: 42% and 40 percent</p>")
    assert [row.text for row in TypedNumber.objects.filter(page=page)] == ["42%", "40 percent"]
    page.body = [("text", "<p>Nothing</p>")]
    page.save_revision()
    assert TypedNumber.objects.filter(page=page).count() == 2
    page.get_latest_revision().publish()
    assert not TypedNumber.objects.filter(page=page).exists()
    page = publish("<p>42%</p>", "Another")
    page.unpublish()
    assert not TypedNumber.objects.exists()


def test_pages_that_were_published_before_are_noted_by_a_command(death, communications):  # noqa: F811
    builders.content_page(("text", "<p>Cancer: 42%</p>"), title="Also")
    assert rows(communications) == []
    for _time in range(2):
        call_command("check_numbers", stdout=StringIO())
        assert rows(communications) == [ALSO]


def test_the_files_hold_the_same_and_no_formula(death, communications):  # noqa: F811
    publish("<p>Cancer: 42%</p>", "Also")
    publish("<p>=HYPERLINK(1) cancer 42%</p>", "@Formula")
    csv = communications.get(reverse(REPORT), {"export": "csv"}).getvalue().decode()
    assert "Also,42%,Is also a figure: “Breast cancer”: 42%" in csv
    assert "'@Formula" in csv
    assert "'=HYPERLINK" in csv
    xlsx = communications.get(reverse(REPORT), {"export": "xlsx"}).getvalue()
    cells = [cell for row in load_workbook(BytesIO(xlsx)).active.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr", "n"}
    assert "'=HYPERLINK(1) cancer 42%" in [cell.value for cell in cells]


def test_only_staff_read_it(pages, site):
    editor = builders.society_editor(builders.society())
    others = [logged_in(editor), logged_in(builders.user_in("Pledge officers"))]
    for browser in others:
        for name in (REPORT, f"{REPORT}_results"):
            assert browser.get(reverse(name)).status_code == 302
        assert "Typed numbers" not in browser.get("/admin/").content.decode()


def test_many_rows_cost_as_many_queries_as_few(death, communications):  # noqa: F811
    publish("<p>Cancer: 42%</p>")
    rows(communications)
    with CaptureQueriesContext(connection) as few:
        rows(communications)
    for number in range(30, 60):
        builders.statistic(f"S{number}", [builders.figure(value=number)], slug=f"s{number}")
        publish(f"<p>Cancer death: {number}%</p>", f"Page {number}")
    with CaptureQueriesContext(connection) as many:
        assert len(rows(communications)) == 31
    assert len(many) <= len(few)
