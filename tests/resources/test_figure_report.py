"""The report on all figures, for those who look after them."""

from datetime import timedelta
from io import BytesIO

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from openpyxl import load_workbook

from members.models import MemberSocietyPage
from resources.models import Figure, StatisticPage
from tests import builders
from tests.builders import figure
from tests.conftest import logged_in
from tests.markup import soup, words

REPORT = reverse("resources_figure_report")
TODAY = timezone.localdate()


def statistic(title, one=None, **fields):
    """A published statistic whose statement agrees with its figure."""
    page = builders.statistic(title, [one or sourced()], **{"statement": "42% more.", **fields})
    page.save_revision().publish()
    return StatisticPage.objects.get(pk=page.pk)


def sourced(**fields):
    one = builders.with_saved_terms(figure(unsourced_reason="", **fields))
    one.sources = [builders.source()]
    return one


def titles(browser, **filters):
    """The titles of the pages in the report."""
    table = soup(browser.get(REPORT, {"p": 1, **filters})).select("tbody tr")
    return [words(row.select("td")[2]) for row in table]


def test_a_day_to_come_is_told_as_a_day(site, communications):
    day = TODAY + timedelta(days=300)
    statistic("Later", review_on=day)
    cells = soup(communications.get(REPORT, {"p": 1})).select("tbody tr td")
    assert date_format(day, "DATE_FORMAT") in [words(cell) for cell in cells]


def test_each_filter_shows_what_it_names(site, communications):
    StatisticPage.objects.all().delete()
    statistic("Good")
    statistic("Unsourced", figure())
    statistic("Due", review_on=TODAY)
    statistic("Not yet due", review_on=TODAY + timedelta(days=1))
    statistic("Otherwise", statement="19% less.")
    statistic("Withheld", sourced(is_suppressed=True), statement="We do not know.")
    statistic("Old", sourced(superseded_by=statistic("New").figures.get()))
    statistic("Gone").unpublish()
    found = {
        "": ["Good", "Unsourced", "Due", "Not yet due", "Otherwise", "Withheld", "New", "Old"],
        "unsourced": ["Unsourced"],
        "due": ["Due"],
        "disagrees": ["Otherwise"],
        "suppressed": ["Withheld"],
        "superseded": ["Old"],
        "withdrawn": ["Gone", *11 * [""]],  # the pages of the seed were deleted
    }
    for show, expected in found.items():
        assert sorted(titles(communications, show=show)) == sorted(expected), show
    assert communications.get(REPORT, {"show": "nonsense"}).status_code == 200


def test_a_row_says_what_staff_have_to_know(site, communications):
    owner = builders.user_in(first_name="Ada", last_name="Roe")
    page = statistic("Row", figure(), statement="19%", review_on=TODAY, kept_by=owner)
    page.disagreement_reason = "In the caption."
    page.save_revision().publish()
    shown = soup(communications.get(REPORT, {"show": "disagrees"})).select_one("tbody tr")
    for part in ("Some: death", "42% more", "no source: Made for a test.", str(owner)):
        assert part in words(shown), part
    assert "“19%” stands in the statement, but in no figure. (In the caption.)" in words(shown)
    assert shown.a["href"] == reverse("wagtailadmin_pages:edit", args=[page.pk])


def test_the_files_hold_the_same_and_no_formula(site, communications):
    statistic("=1+1", figure(), review_on=TODAY)
    address = {"show": "due"}
    csv = b"".join(communications.get(REPORT, {**address, "export": "csv"}).streaming_content)
    assert "'=1+1" in csv.decode()
    assert f"no source: Made for a test.,{TODAY}" in csv.decode()
    response = communications.get(REPORT, {**address, "export": "xlsx"})
    rows = list(load_workbook(BytesIO(b"".join(response.streaming_content))).active.values)
    assert rows[0][:3] == ("Figure", "Number", "Page")
    assert rows[1][:3] == ("Some: death", "42% more", "'=1+1")
    withdrawn = communications.get(REPORT, {"show": "withdrawn", "export": "csv"})
    assert b"".join(withdrawn.streaming_content).startswith(b"Figure,Number")


def test_it_is_for_those_who_look_after_all_sections(site, communications, administrator):
    society = builders.society_editor(MemberSocietyPage.objects.first())
    officer = builders.user_in("Pledge officers")
    for browser in (communications, administrator):
        assert browser.get(REPORT).status_code == 200
        assert REPORT in browser.get("/admin/").content.decode()
    for browser in (logged_in(society), logged_in(officer)):
        assert browser.get(REPORT).status_code == 302
        assert browser.get(f"{REPORT}?export=csv").status_code == 302
        assert browser.get(reverse("resources_figure_report_results")).status_code == 302
        assert REPORT not in browser.get("/admin/").content.decode()


def test_it_costs_the_same_for_ten_figures_and_for_two_hundred(site, communications):
    numbers = []
    for count in (10, 200):
        page = statistic(f"Many {count}", slug=f"many-{count}")
        one = page.figures.get()
        same = {"outcome": one.outcome, "group": one.group, "page": page, "locale": page.locale}
        more = [Figure(kind="more", value=42, superseded_by=one, **same) for _ in range(count)]
        Figure.objects.bulk_create(more)
        numbers.append([cost(communications, show) for show in ("", "disagrees", "withdrawn")])
    assert numbers[0] == numbers[1]


def cost(browser, show):
    browser.get(REPORT, {"show": show})
    with CaptureQueriesContext(connection) as captured:
        browser.get(REPORT, {"show": show})
        b"".join(browser.get(REPORT, {"show": show, "export": "csv"}).streaming_content)
    return len(captured)
