"""The report on pledges: weeks, and how far mail gets; and what is kept of those who are gone."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from forms import pledge_states
from forms.funnel import Reach, reach_by_domain
from forms.models import FunnelCount, OutgoingMail, Pledge, PledgePage
from tests import builders
from tests.conftest import logged_in
from tests.forms.signers import asked_long_ago, key_in, last_mail, link_to
from tests.markup import soup, text_of, words

REPORT = "/admin/pledge-report/"
CONFIRM = "/commit/confirm/"


@pytest.fixture
def officer(site):
    return logged_in(builders.user_in("Pledge officers"))


@pytest.fixture
def sign(site, client):
    """Let so many people sign from a domain; their receipts leave unless told otherwise."""

    def sign(count, domain, mailed=True, start=0):
        for number in range(start, start + count):
            client.post("/commit/", builders.pledge_answers(email=f"n{number}@{domain}"))
        if mailed:
            OutgoingMail.objects.filter(recipient__endswith=domain).update(state="sent")
        return list(Pledge.objects.filter(email__endswith=f"@{domain}").order_by("pk"))

    return sign


@pytest.fixture(autouse=True)
def _no_caps(settings):
    settings.FORMS_PER_NETWORK = settings.FORMS_PER_HOUR = 100_000


def confirm(pledges):
    for pledge in pledges:
        pledge_states.confirm(pledge)


# Weeks


def days_ago(days):
    return timezone.now() - timedelta(days=days)


def row(page, number, **fields):
    answers = {"wording": page.current_wording, "email": f"n{number}@example.org", **fields}
    return Pledge(page=page, language="en", **answers)


def weeks_of(page):
    table = soup(page).select_one("details table")
    rows = [int(words(cell)) for cell in table.select("tbody td")]
    return rows, int(words(table.select_one("tfoot td")))


def test_the_weeks_are_counted_and_the_bars_say_the_same(officer, site):
    page = PledgePage.objects.get()
    ages = [0, 0, 0, 7, 7 * 25, 7 * 27]
    confirmed = {"status": "confirmed"}
    Pledge.objects.bulk_create(
        row(page, number, **confirmed, confirmed_at=days_ago(age))
        for number, age in enumerate(ages)
    )
    pending = row(page, 100)
    withdrawn = row(page, 101, status="withdrawn", confirmed_at=days_ago(0))
    Pledge.objects.bulk_create([pending, withdrawn])
    report = officer.get(REPORT)
    assert weeks_of(report) == ([3, 1, *[0] * 23, 1], 5)
    chart = soup(report).select_one("svg[role=img]")
    assert "5 pledges were confirmed" in words(chart.select_one("desc"))
    heights = [int(bar["height"]) for bar in chart.select("rect")]
    assert heights == [50, 50, 150]  # of 200 units for the top of the axis, which is four
    axis = chart.select_one("line")
    bottoms = {int(bar["y"]) + int(bar["height"]) for bar in chart.select("rect")}
    assert bottoms == {int(axis["y1"])}


def test_no_style_is_in_the_drawing(officer):
    chart = soup(officer.get(REPORT)).select_one("svg[role=img]")
    assert not chart.select("[style], style, script")


def test_the_weeks_of_one_page(officer, site):
    page = PledgePage.objects.get()
    other = builders.translate(page, title="Comprométase")
    confirmed = {"status": "confirmed", "confirmed_at": timezone.now()}
    Pledge.objects.bulk_create([row(page, 1, **confirmed), row(other, 2, **confirmed)])
    assert weeks_of(officer.get(REPORT))[1] == 2
    link = soup(officer.get(REPORT)).find("a", string="Comprométase")
    assert weeks_of(officer.get(REPORT + link["href"]))[1] == 1


@pytest.mark.parametrize("page", ["x", "0", "99999999999999999999", "²", "1 or 1"])
def test_a_page_that_there_is_not(officer, page):
    assert officer.get(REPORT, {"page": page}).status_code == 404


# The funnel


def test_the_worst_domain_comes_first_and_small_ones_are_summed(sign, officer):
    confirm(sign(10, "good.example")[:8])
    sign(11, "gateway.example")
    confirm(sign(10, "blocked.example", mailed=False)[:1])
    confirm(sign(9, "small.example")[:1])
    sign(1, "home.example")
    Pledge.objects.filter(email="n9@good.example").update(opened_at=timezone.now())
    assert reach_by_domain() == [
        Reach("gateway.example", 11, 11, 0, 0),
        Reach("blocked.example", 10, 0, 1, 1),
        Reach("good.example", 10, 10, 9, 8),
        Reach("", 10, 10, 1, 1),
    ]
    text = text_of(officer.get(REPORT))
    assert "gateway.example 11 11 0 0 0%" in text
    assert "smaller domains 10 10 1 1 10%" in text
    assert "small.example" not in text


def test_what_a_robot_sent_is_not_in_it(sign):
    sign(10, "good.example")
    Pledge.objects.update(is_suspect=True)
    OutgoingMail.objects.all().delete()
    assert reach_by_domain() == []


def test_other_mail_is_no_receipt(sign, client):
    sign(10, "good.example")
    asked_long_ago(minutes=20)
    client.post("/commit/", builders.pledge_answers(email="n1@good.example"))
    OutgoingMail.objects.update(state="sent")
    assert OutgoingMail.objects.count() == 11
    assert reach_by_domain() == [Reach("good.example", 10, 10, 0, 0)]


def test_whoever_signed_long_ago_says_nothing_of_today(sign):
    sign(10, "good.example")
    Pledge.objects.update(created_at=days_ago(400))
    OutgoingMail.objects.update(created_at=days_ago(400))
    assert reach_by_domain() == []


def test_those_who_are_gone_stay_in_it(sign, client):
    pledges = sign(13, "good.example")
    confirm(pledges[:3])
    before = reach_by_domain()
    pledge_states.erase(Pledge.objects.get(pk=pledges[0].pk))
    pledge_states.erase(pledges[3])
    asked_long_ago(days=31)
    Pledge.objects.exclude(pk=pledges[5].pk).update(pending_since=timezone.now())
    call_command("remind_signers", verbosity=0)
    assert Pledge.objects.filter(email__isnull=False).count() == 10
    assert reach_by_domain() == before
    key = key_in(link_to("confirm", last_mail(recipient=pledges[6].email)))
    client.post(CONFIRM, {"key": key, "act": "not-me"})
    (reach,) = reach_by_domain()
    assert reach == Reach("good.example", 13, 13, 4, 3)  # "not me" is pressed by somebody


def test_erasing_twice_counts_once(sign):
    pledge = sign(10, "good.example")[0]
    pledge_states.confirm(pledge)
    pledge = Pledge.objects.get(pk=pledge.pk)
    pledge_states.erase(pledge)
    pledge_states.erase(pledge)
    assert [count.submitted for count in FunnelCount.objects.all()] == [1]
    assert Pledge.objects.counted().filter(pk=pledge.pk, email=None).exists()


def test_the_domain_of_few_is_not_kept(sign):
    pledges = sign(9, "small.example")
    pledge_states.erase(pledges[0])
    assert list(FunnelCount.objects.values_list("domain", "submitted")) == [("", 1)]
    assert reach_by_domain() == [Reach("", 9, 9, 0, 0)]


def test_one_person_on_ten_pages_is_one_person(sign):
    pledge = sign(1, "small.example")[0]
    english = PledgePage.objects.get()
    for number in range(9):
        page = english.copy(update_attrs={"title": "More", "slug": f"more-{number}"})
        row(page, 0, wording=english.current_wording, email=pledge.email).save()
    pledge_states.erase(pledge)
    assert FunnelCount.objects.get().domain == ""


def test_what_a_robot_sent_goes_without_a_count(sign):
    pledge = sign(1, "small.example")[0]
    Pledge.objects.update(is_suspect=True)
    pledge_states.erase(Pledge.objects.get(pk=pledge.pk))
    assert not FunnelCount.objects.exists()


def test_the_report_costs_no_more_for_two_hundred_than_for_ten(sign, officer):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            officer.get(REPORT)
        return len(captured)

    page = PledgePage.objects.get()
    confirmed = {"status": "confirmed", "confirmed_at": timezone.now()}
    Pledge.objects.bulk_create(row(page, number, **confirmed) for number in range(10))
    queries()
    before = queries()
    domains = [f"d{number % 15}.example" for number in range(10, 200)]
    rows = [row(page, number, **confirmed) for number in range(10, 200)]
    for pledge, domain in zip(rows, domains, strict=True):
        pledge.email = f"{pledge.email.partition('@')[0]}@{domain}"
    Pledge.objects.bulk_create(rows)
    assert len(soup(officer.get(REPORT)).select("#funnel tbody tr")) == 16
    assert queries() == before


# Who opened the page


def opened():
    return Pledge.objects.get().opened_at


def test_a_link_that_is_opened_by_get_is_not_noted(sign, client):
    sign(1, "good.example")
    link = link_to("confirm")
    client.get(link)
    client.head(link)
    assert opened() is None


def test_the_script_on_the_page_notes_it_once(sign, client):
    sign(1, "good.example")
    link = link_to("confirm")
    page = soup(client.get(link))
    form = page.select_one("form[data-opened]")
    said = {"key": form.select_one("[name=key]")["value"], "act": form["data-opened"]}
    response = client.post(form["action"], said)
    assert (response.status_code, response.content) == (204, b"")
    first = opened()
    assert first
    client.post(form["action"], said)
    assert opened() == first
    assert Pledge.objects.get().status == "pending"


def test_no_other_page_has_a_script(sign, client):
    sign(1, "good.example")
    link, own = link_to("confirm"), link_to("yours")
    assert [script["src"] for script in soup(client.get(link)).select("script")] == [
        "/static/js/opened.js"
    ]
    pledge_states.confirm(Pledge.objects.get())
    for address in (link, own, CONFIRM, "/commit/", "/commit/thank-you/"):
        assert not soup(client.get(address)).select("script"), address


def test_confirming_is_opening_too(sign):
    confirm(sign(1, "good.example"))
    assert opened() == Pledge.objects.get().confirmed_at


def test_another_sites_page_cannot_say_so(sign, client):
    sign(1, "good.example")
    said = {"key": key_in(link_to("confirm")), "act": "opened"}
    headers = {"Sec-Fetch-Site": "cross-site"}
    assert client.post(CONFIRM, said, headers=headers).status_code == 403
    assert opened() is None


def test_erasing_forgets_when_it_was_opened(sign):
    confirm(sign(1, "good.example"))
    pledge_states.erase(Pledge.objects.get())
    assert opened() is None
