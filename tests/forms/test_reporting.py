"""Reporting a problem with a resource: the reader's form, and whose task it becomes."""

import pytest
from django.urls import reverse

from forms.models import OutgoingMail, ProblemReport, ReportPage
from members.models import MemberSocietyPage
from tests import builders
from tests.conftest import logged_in
from tests.forms.contributors import form_about
from tests.forms.contributors import report as said
from tests.forms.test_bad_input import field_with_error, typed
from tests.markup import soup, text_of, words

ADA = "ada@example.org"


@pytest.fixture
def society(site):
    return MemberSocietyPage.objects.get(slug="american-college-of-radiology")


@pytest.fixture
def editor(society):
    return builders.society_editor(society, email="editor@example.org")


@pytest.fixture
def staff(site):
    return builders.user_in("Communications", email="staff@example.org")


@pytest.fixture
def report(site, client):
    """Report a resource as a reader's browser does."""
    return lambda resource, **changes: client.post(
        form_about(resource), said(**{"email": ADA, **changes})
    )


def told():
    mails = OutgoingMail.objects.filter(purpose="report").order_by("recipient")
    return [(mail.recipient, mail.reply_to) for mail in mails]


def test_each_resource_leads_to_its_own_form(site, client):
    resource = builders.resource("A toolkit")
    link = soup(client.get(resource.url)).select_one(".contribute a")
    assert words(link) == "Report a problem with this resource"
    form = client.get(link["href"])
    assert "It is about: A toolkit" in text_of(form)
    assert soup(form).select_one("meta[name=robots]")["content"] == "noindex"
    assert soup(form).select_one("form[method=post]")["action"] == link["href"]
    ReportPage.objects.get().unpublish()
    assert not soup(client.get(resource.url)).select(".contribute a")


def test_it_is_kept_and_thanked_for(report, client):
    resource = builders.resource()
    response = report(resource)
    assert (response.status_code, response["Location"]) == (303, "/report-a-problem/thank-you/")
    assert "Thank you for telling us" in text_of(client.get(response["Location"]))
    row = ProblemReport.objects.get()
    assert (row.resource, row.problem, row.state) == (resource, "broken", "open")
    receipt = OutgoingMail.objects.get(purpose="message_receipt")
    assert receipt.recipient == ADA
    assert "nowhere" not in receipt.text


OWNERS = {
    "its keeper": ("keeper@example.org", ""),
    "a keeper who may see the address": ("officer@example.org", ADA),
    "the society's editors": ("editor@example.org", ""),
    "communications": ("staff@example.org", ADA),
}


@pytest.mark.parametrize("whose", OWNERS)
def test_whoever_keeps_the_resource_gets_it(report, society, editor, staff, whose):
    keeper = builders.society_editor(society, email="keeper@example.org")
    gone = builders.user_in("Communications", email="gone@example.org", is_active=False)
    officer = builders.user_in("Communications", email="officer@example.org")
    resource = {
        "its keeper": lambda: builders.resource(below=society, kept_by=keeper),
        "a keeper who may see the address": lambda: builders.resource(kept_by=officer),
        "the society's editors": lambda: builders.resource(below=society, kept_by=gone),
        "communications": lambda: builders.resource(kept_by=editor),  # who may not edit it
    }[whose]()
    if whose == "the society's editors":
        keeper.groups.clear()
    officer.groups.clear() if whose == "communications" else None
    report(resource)
    assert told() == [OWNERS[whose]]
    text = OutgoingMail.objects.get(purpose="report").text
    assert "It leads nowhere." in text
    assert reverse("wagtailadmin_pages:edit", args=[resource.pk]) in text
    assert ADA not in text


def test_a_societys_editor_sees_its_own_without_the_address_and_closes_it(
    report, society, editor, staff
):
    own = builders.resource("Ours", below=society)
    foreign = builders.resource("Not ours")
    report(own, message="It leads nowhere.")
    report(foreign, message="Another problem.", email="ben@example.org")
    ours, other = ProblemReport.objects.order_by("pk")
    browser = logged_in(editor)
    screen = browser.get("/admin/")
    assert "It leads nowhere." in text_of(screen)
    done = reverse("forms_report_done", args=[ours.pk])
    assert soup(screen).select_one(f"a[href='{done}']")
    assert "Is the problem with “Ours” dealt with?" in text_of(browser.get(done))
    for response in (screen, browser.get(done)):
        assert ADA not in response.content.decode()
        assert "Another problem." not in response.content.decode()
    ours.refresh_from_db()
    assert ours.state == "open"  # GET never acts
    assert "is dealt with" in text_of(browser.post(done, follow=True))
    assert "It leads nowhere." not in text_of(browser.get("/admin/"))
    ours.refresh_from_db()
    assert (ours.state, ours.done_by) == ("done", editor)
    browser.post(reverse("forms_report_done", args=[other.pk]))
    for view, args in (("index", []), ("inspect", [ours.pk])):
        address = reverse(f"forms_problemreport_modeladmin_{view}", args=args)
        assert ADA not in browser.get(address, follow=True).content.decode()
    other.refresh_from_db()
    assert other.state == "open"


def test_communications_see_all_of_them(report, society, editor, staff):
    report(builders.resource("Ours", below=society))
    report(builders.resource("A toolkit"), problem="hard", message="")
    browser = logged_in(staff)
    screen = soup(browser.get("/admin/")).select_one("#reported-problems-section")
    assert "Ours" in words(screen)
    assert "It is hard to read or to use" in words(screen)
    table = reverse("forms_problemreport_modeladmin_index")
    row = ProblemReport.objects.get(problem="hard")
    shown = browser.get(table, {"state__exact": "open", "problem__exact": "hard"})
    assert "A toolkit" in text_of(shown)
    assert "It leads nowhere." not in text_of(shown)
    link = soup(shown).find("a", title=f"Done: {row}")
    assert "is dealt with" in text_of(browser.post(link["href"], follow=True))
    assert not soup(browser.get(table)).find("a", title=f"Done: {row}")
    editor_of = reverse("wagtailadmin_pages:edit", args=[row.resource_id])
    assert (
        soup(browser.get(table)).find("a", title=f"Edit the resource: {row}")["href"] == editor_of
    )
    inspect = reverse("forms_problemreport_modeladmin_inspect", args=[row.pk])
    assert ADA in text_of(browser.get(inspect))


def test_pledge_officers_close_nothing(report):
    report(builders.resource())
    row = ProblemReport.objects.get()
    browser = logged_in(builders.user_in("Pledge officers"))
    browser.post(reverse("forms_report_done", args=[row.pk]))
    row.refresh_from_db()
    assert row.state == "open"


def test_what_is_suspect_reaches_nobody_until_staff_say_so(report, society, editor, staff):
    resource = builders.resource(below=society)
    report(resource, trap="x")
    assert told() == []
    browser, theirs = logged_in(staff), logged_in(editor)
    assert "It leads nowhere." not in text_of(theirs.get("/admin/"))
    table = soup(browser.get(reverse("forms_problemreport_modeladmin_index")))
    link = table.find("a", title=f"It is genuine: {ProblemReport.objects.get()}")
    browser.post(link["href"])
    assert told() == [("editor@example.org", "")]
    assert "It leads nowhere." in text_of(theirs.get("/admin/"))


def test_nobody_is_flooded_about_one_resource(report, society, editor):
    resource, other = builders.resource(below=society), builders.resource("Other", below=society)
    for _ in range(8):
        report(resource, email="")
    report(other, email="")
    assert ProblemReport.objects.count() == 9
    assert len(told()) == 5 + 1


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("message", {"message": "x" * 10_000}),
        ("message", {"message": "A\x00"}),
        ("message", {"problem": "other", "message": " "}),
        ("email", {"email": "ada"}),
    ],
)
def test_bad_input_is_refused_beside_its_field(report, field, changes):
    response = report(builders.resource(), **changes)
    assert response.status_code == 422
    control = field_with_error(response, field)
    value = changes[field]
    assert value == " " or "\x00" in value or typed(control) == value
    assert not ProblemReport.objects.exists()


@pytest.mark.parametrize("problem", ["", "nonsense", "\x00"])
def test_the_problem_is_one_of_those_offered(report, problem):
    response = report(builders.resource(), problem=problem)
    assert response.status_code == 422
    assert soup(response).select_one(".field-choices .errorlist")
    assert "It leads nowhere." in text_of(response)


@pytest.mark.parametrize("number", [0, 10**9, 10**30])
def test_there_is_no_form_for_what_is_not_there(site, client, number):
    address = f"/report-a-problem/{number}/"
    assert client.get(address).status_code == 404
    assert client.post(address, said()).status_code == 404


@pytest.mark.parametrize("gone", ["hide", "unpublish", "delete"])
def test_nor_for_what_readers_do_not_see_any_more(report, client, gone):
    resource = builders.resource()
    body, address = said(), form_about(resource)
    builders.hide(resource) if gone == "hide" else getattr(resource, gone)()
    assert client.get(address).status_code == 404
    assert client.post(address, body).status_code == 404
    assert not ProblemReport.objects.exists()


def test_a_resource_that_is_deleted_takes_its_reports_with_it(report, staff):
    resource = builders.resource()
    report(resource)
    browser = logged_in(staff)
    browser.post(reverse("wagtailadmin_pages:delete", args=[resource.pk]))
    assert not ProblemReport.objects.exists()
    assert browser.get("/admin/").status_code == 200
    assert browser.get(reverse("forms_problemreport_modeladmin_index")).status_code == 200


def test_without_a_resource_the_page_says_where_to_begin(site, client):
    response = client.get("/report-a-problem/")
    assert "Open the page of the resource" in text_of(response)
    assert not soup(response).select("form[method=post]")
    assert client.post("/report-a-problem/").status_code == 405
