"""Pledge officers take out what the list shows; it is recorded, and runs in no spreadsheet."""

import csv
from io import BytesIO, StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook
from wagtail.users.models import UserProfile

from forms import pledge_states
from forms.export.ranges import ranges_of
from forms.models import Pledge, PledgeExport, PledgePage
from members.models import MemberSocietyPage
from members.role_sync import permissions
from tests import builders
from tests.conftest import logged_in
from tests.markup import soup, text_of, words

LIST = "/admin/forms/pledge/"
EXPORTS = "/admin/forms/pledgeexport/"
FORMATS = ["csv", "xlsx"]


@pytest.fixture
def officer(site):
    return logged_in(builders.user_in("Pledge officers", email="officer@example.org"))


@pytest.fixture
def signed(site):
    def signed(name, **fields):
        page = PledgePage.objects.get()
        fields = {"email": f"{name.lower()}@example.org", "language": "en", **fields}
        return Pledge.objects.create(name=name, page=page, wording=page.current_wording, **fields)

    return signed


@pytest.fixture
def export(officer):
    """Press the button above a list, and return the rows of the file, headings first."""

    def export(format="csv", at=LIST):
        button = soup(officer.get(at)).select_one(f"button[name=format][value={format}]")
        form = button.find_parent("form")
        assert (form["method"], form.get("action", "")) == ("post", "")
        response = officer.post(at, {"format": format})
        assert response.status_code == 200
        return rows_of(response.getvalue(), format)

    return export


def rows_of(content, format):
    if format == "csv":
        assert content.startswith(b"\xef\xbb\xbf")
        return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))
    sheet = load_workbook(BytesIO(content)).active
    kinds = {cell.data_type for row in sheet for cell in row if cell.value is not None}
    assert kinds == {"inlineStr"} or kinds == {"s"}
    return [[value or "" for value in row] for row in sheet.values]


def column(rows, heading):
    place = rows[0].index(heading)
    return [row[place] for row in rows[1:]]


@pytest.mark.parametrize("format", FORMATS)
def test_a_file_has_a_row_for_each_pledge(signed, export, format):
    society = MemberSocietyPage.objects.get(acronym="ACR")
    ada = signed("Ada Röe, „M.D.“", email="ada@example.org", society=society, state="AK")
    pledge_states.confirm(ada)
    signed("Ben", wants_updates=True)
    rows = export(format)
    assert [len(row) for row in rows] == [len(rows[0])] * 3
    assert column(rows, "Name") == ["Ben", "Ada Röe, „M.D.“"]
    assert column(rows, "E-mail address") == ["ben@example.org", "ada@example.org"]
    assert column(rows, "Member society") == ["", "American College of Radiology"]
    assert column(rows, "Status") == ["not confirmed yet", "confirmed"]
    assert column(rows, "Wants updates") == ["yes", "no"]
    assert column(rows, "State") == ["", "AK"]
    assert [bool(time) for time in column(rows, "Confirmed at")] == [False, True]


@pytest.mark.parametrize("format", FORMATS)
def test_an_erased_pledge_is_a_row_without_a_person(signed, export, format):
    pledge = signed("Ada")
    pledge_states.confirm(pledge)
    pledge_states.erase(Pledge.objects.get())
    rows = export(format)
    assert (column(rows, "Name"), column(rows, "E-mail address")) == ([""], [""])


@pytest.mark.parametrize("format", FORMATS)
def test_it_has_the_rows_of_the_list(signed, export, format):
    for number in range(60):  # more than a page of the list shows
        signed(f"Signer{number}", state="AK" if number % 2 else "NY")
    assert len(export(format)) == 61
    rows = export(format, f"{LIST}?state=AK&q=signer1&o=2")
    assert column(rows, "Name") == sorted(f"Signer{n}" for n in (1, 11, 13, 15, 17, 19))


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", '=HYPERLINK("http://a")']


@pytest.mark.parametrize("start", FORMULAS)
def test_no_cell_of_a_csv_is_a_formula(signed, export, start):
    signed("Ada")
    Pledge.objects.update(name=start)
    assert column(export(), "Name") == [f"'{start}"]


@pytest.mark.parametrize("start", FORMULAS)
def test_a_cell_of_an_xlsx_is_the_text_itself(signed, export, start):
    signed("Ada")
    Pledge.objects.update(name=start)
    assert column(export("xlsx"), "Name")[0].replace("\n", "\r") == start


@pytest.mark.parametrize("name", ["<b>&amp;</b>", " a  b ", "]]>", "\x07\x1b\ufffeBell", "🩻"])
def test_any_name_makes_a_file_that_opens(signed, export, name):
    signed("Ada")
    Pledge.objects.update(name=name)
    expected = "Bell" if "Bell" in name else name
    assert column(export("xlsx"), "Name") == [expected]
    assert column(export("csv"), "Name") == [name]


def test_the_file_is_in_the_officers_language(signed):
    signed("Ada")
    user = builders.user_in("Pledge officers")
    UserProfile.objects.create(user=user, preferred_language="es")
    response = logged_in(user).post(LIST, {"format": "csv"})
    headings, row = rows_of(response.getvalue(), "csv")
    assert "Nombre" in headings
    assert row[headings.index("Situación")] == "aún sin confirmar"


# The record


def test_an_export_is_recorded_before_its_first_byte(signed, officer):
    signed("Ada")
    response = officer.post(f"{LIST}?status__exact=pending&q=ada", {"format": "xlsx"})
    record = PledgeExport.objects.get()  # nothing of the response was read
    assert (record.user.email, record.format) == ("officer@example.org", "xlsx")
    assert record.filters == "status: not confirmed yet; a search"
    assert (record.row_count, record.row_numbers) == (1, str(Pledge.objects.get().pk))
    response.close()


def test_it_says_exactly_which_rows(signed, export):
    pledges = [
        signed(f"Signer{number}", state="AK" if number != 3 else "NY") for number in range(6)
    ]
    export("csv", f"{LIST}?state=AK")
    first = pledges[0].pk
    record = PledgeExport.objects.get()
    assert record.row_numbers == f"{first}-{first + 2}, {first + 4}-{first + 5}"
    assert (record.row_count, record.filters) == (5, "state: Alaska")


@pytest.mark.parametrize(
    ("numbers", "ranges"),
    [([], ""), ([7], "7"), ([3, 1, 2], "1-3"), ([*range(1, 501), 502], "1-500, 502")],
)
def test_numbers_are_told_as_ranges(numbers, ranges):
    assert ranges_of(numbers) == ranges


def test_what_comes_after_the_record_is_not_in_the_file(signed, officer):
    signed("Ada")
    response = officer.post(LIST, {"format": "csv"})
    signed("Ben")
    assert column(rows_of(response.getvalue(), "csv"), "Name") == ["Ada"]


def test_what_is_erased_meanwhile_is_not_in_the_file(signed, officer):
    pledge = signed("Ada")
    response = officer.post(LIST, {"format": "csv"})
    pledge_states.erase(pledge)
    assert "Ada" not in response.getvalue().decode()


def test_officers_see_what_was_exported(signed, export, officer):
    signed("Ada")
    export("csv", f"{LIST}?q=ada")
    assert "officer@example.org CSV a search 1" in text_of(officer.get(EXPORTS))
    record = PledgeExport.objects.get()
    inspected = officer.get(reverse("forms_pledgeexport_modeladmin_inspect", args=[record.pk]))
    assert record.row_numbers in words(soup(inspected).select_one("dl"))
    for response in (officer.get(EXPORTS), inspected):
        assert not soup(response).select(".actions a[href*=delete], .actions a[href*=edit]")


def test_who_exported_cannot_be_deleted(signed, export, administrator):
    signed("Ada")
    export()
    user = PledgeExport.objects.get().user
    response = administrator.post(reverse("wagtailusers_users:delete", args=[user.pk]), follow=True)
    assert "This cannot be deleted" in text_of(response)


# Who may, and how


@pytest.mark.parametrize("role", ["Communications", "Administrators"])
@pytest.mark.parametrize("format", FORMATS)
def test_nobody_else_exports(signed, role, format):
    signed("Ada")
    response = logged_in(builders.user_in(role)).post(LIST, {"format": format})
    assert response.status_code == 302
    assert not PledgeExport.objects.exists()


def test_who_may_only_look_is_offered_no_export_and_gets_none(signed):
    signed("Ada")
    user = builders.user_in("Communications")
    user.user_permissions.set(permissions(["forms.view_pledge"]))
    browser = logged_in(user)
    assert "Ada" in text_of(browser.get(LIST))
    assert not soup(browser.get(LIST)).select("button[name=format]")
    assert browser.post(LIST, {"format": "csv"}).status_code == 302
    assert not PledgeExport.objects.exists()


@pytest.mark.parametrize("query", ["?export=csv", "?export=xlsx", "?format=csv"])
def test_no_link_exports(signed, officer, query):
    signed("Ada")
    assert officer.get(LIST + query).status_code == 404
    assert not PledgeExport.objects.exists()


@pytest.mark.parametrize("format", ["", "pdf", "\x00", "CSV"])
def test_another_format_is_not_found(signed, officer, format):
    assert officer.post(LIST, {"format": format}).status_code == 404
    assert not PledgeExport.objects.exists()


def test_an_export_needs_the_token_of_the_list(signed, officer):
    officer.handler.enforce_csrf_checks = True
    assert officer.post(LIST, {"format": "csv"}).status_code == 403
    assert not PledgeExport.objects.exists()


@pytest.mark.parametrize("format", FORMATS)
def test_the_first_bytes_come_before_any_row_is_read(signed, officer, format):
    signed("Ada")
    parts = iter(officer.post(LIST, {"format": format}).streaming_content)
    with CaptureQueriesContext(connection) as captured:
        assert next(parts)
    assert len(captured) == 0
    assert b"".join(parts)


def test_two_hundred_rows_cost_no_more_queries_than_ten(signed, officer):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            officer.post(LIST, {"format": "csv"}).getvalue()
        return len(captured)

    for number in range(10):
        signed(f"Signer{number}")
    queries()
    before = queries()
    for number in range(10, 200):
        signed(f"Signer{number}")
    assert queries() == before
