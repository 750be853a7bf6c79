"""A form with questions of staff's own, built in the admin and filled in by a reader."""

from datetime import date

import pytest

from forms.models import (
    EarlierCount,
    OutgoingMail,
    Pledge,
    PledgeAction,
    PledgePage,
    PledgeQuestion,
)
from tests.browser.axe import assert_accessible
from tests.browser.html_checker import html_errors
from tests.browser.publishing import publish
from tests.browser.signing_in import sign_in
from tests.builders import user_in
from tests.forms.signers import last_mail, link_to

CHOICES = "A few\nMany\nMore than anybody can remember who was there when it all began"
TYPES = ["singleline", "multiline", "number", "date", "checkbox", "checkboxes", "radio", "dropdown"]


@pytest.fixture
def every_question(loaded_site):
    """The pledge page with each type of question, actions, and numbers."""
    page = PledgePage.objects.get()
    page.count_from, page.goal = 0, 500
    source = "Cards at the annual meeting"
    page.earlier_counts.add(EarlierCount(number=12, counted_on=date(2024, 5, 3), source=source))
    for text in ("Extend mammography hours to evenings and Saturdays", "Ask every patient"):
        page.actions_to_tick.add(PledgeAction(text=text))
    for kind in TYPES:
        question = PledgeQuestion(field_type=kind, label=f"A {kind}", choices=CHOICES)
        question.required, question.help_text = kind in ("radio", "singleline"), "Help for it."
        page.questions.add(question)
    page.save_revision().publish()
    return page


@pytest.mark.parametrize(("width", "color_scheme"), [(320, "dark"), (1280, "light")])
def test_from_the_form_to_the_signers_own_page(
    every_question, loaded_site, open_page, watch, width, color_scheme
):
    watch.expect(r"status of 422 .*commit")
    page = open_page(width=width, color_scheme=color_scheme)

    def check():
        assert_accessible(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width

    html = {"form": page.goto(f"{loaded_site.url}/commit/").text()}
    check()
    page.evaluate("document.querySelector('main form').noValidate = true")
    page.get_by_label("A date").fill("2026-12-01")
    with page.expect_navigation() as answer:
        page.locator("main form button").click()
    html["errors"] = answer.value.text()
    check()
    page.get_by_role("link", name="A radio: This field is required.").click()
    page.get_by_label("Your name").fill("Ada Roe")
    page.get_by_label("E-mail address").fill("adda@example.org")
    page.get_by_label("A singleline").fill("Nurse")
    page.get_by_label("Many", exact=True).last.check()
    page.get_by_label("Ask every patient").check()
    page.locator("main form button").click()
    page.wait_for_url("**/thank-you/")
    page.get_by_role("link", name="The address was wrong?").click()
    page.get_by_label("Your name").fill("Ada Roe")
    page.get_by_label("E-mail address").fill("ada@example.org")
    page.get_by_label("A singleline").fill("Nurse")
    page.get_by_label("Many", exact=True).last.check()
    page.locator("main form button").click()
    page.wait_for_url("**/thank-you/")
    assert OutgoingMail.objects.get().recipient == "ada@example.org"
    html["yours"] = page.goto(loaded_site.url + link_to("yours", last_mail())).text()
    assert page.get_by_label("A singleline").input_value() == "Nurse"
    check()
    assert html_errors(html) == []


def test_a_form_that_is_closed(every_question, loaded_site, page, watch):
    every_question.closes_on = date(2026, 1, 1)
    every_question.save_revision().publish()
    html = page.goto(f"{loaded_site.url}/commit/").text()
    assert page.get_by_text("This form closed on").is_visible()
    assert_accessible(page)
    assert html_errors({"closed": html}) == []


def test_staff_build_a_form_and_mail_it_to_themselves(loaded_site, settings, page, open_page):
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0
    user = user_in("Communications")
    page.goto(f"{loaded_site.url}/admin/")
    sign_in(page, user.email)
    pledge = PledgePage.objects.get()
    page.goto(f"{loaded_site.url}/admin/pages/{pledge.pk}/edit/")
    page.get_by_role("button", name="Add action").click()
    page.locator("[name=actions_to_tick-0-text]").fill("Extend mammography hours")
    page.get_by_role("button", name="Add question").click()
    page.locator("[name=questions-0-label]").fill("Your role")
    page.locator("[name=questions-0-field_type]").select_option("singleline")
    publish(page)
    reader = open_page(width=360)
    reader.goto(f"{loaded_site.url}/commit/")
    reader.get_by_label("Extend mammography hours").check()
    reader.get_by_label("Your name").fill("Ada Roe")
    reader.get_by_label("E-mail address").fill("ada@example.org")
    reader.get_by_label("Your role").fill("Nurse")
    reader.locator("main form button").click()
    reader.wait_for_url("**/thank-you/")
    kept = Pledge.objects.get()
    assert (list(kept.answers.values()), len(kept.actions)) == (["Nurse"], 1)
    page.goto(f"{loaded_site.url}/admin/form/{pledge.pk}/sample/")
    page.get_by_role("button", name="Send a test mail").click()
    page.get_by_text("The test mail waits to be sent to you.").wait_for()
    assert OutgoingMail.objects.get(purpose="sample").recipient == user.email
