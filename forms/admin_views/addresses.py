"""The addresses of these screens, below /admin/."""

from django.urls import path

from forms.admin_views.mail import ReleaseHeld, SuppressAddress, TryAgain
from forms.admin_views.messages import GenuineMessage
from forms.admin_views.pledges import QUESTIONS
from forms.admin_views.problem_reports import GenuineReport, ReportDone
from forms.admin_views.report import PledgeReport
from forms.admin_views.sample_mail import SendSample
from forms.admin_views.suggestions import GenuineSuggestion


def admin_addresses() -> list:
    """Return the addresses (hook register_admin_urls)."""
    mail = "outgoing-mail/<int:mail_id>"
    return [
        path("outgoing-mail/release/", ReleaseHeld.as_view(), name="forms_mail_release"),
        path(f"{mail}/try-again/", TryAgain.as_view(), name="forms_mail_try_again"),
        path(f"{mail}/suppress/", SuppressAddress.as_view(), name="forms_mail_suppress"),
        path("message/<int:message_id>/genuine/", **called(GenuineMessage)),
        path("suggestion/<int:suggestion_id>/genuine/", **called(GenuineSuggestion)),
        path("report/<int:report_id>/genuine/", **called(GenuineReport)),
        path("report/<int:report_id>/done/", **called(ReportDone)),
        path("form/<int:page_id>/sample/", SendSample.as_view(), name="forms_send_sample"),
        path("pledge-report/", PledgeReport.as_view(), name="forms_pledge_report"),
        *(pledge_address(question) for question in QUESTIONS),
    ]


def pledge_address(question):
    """Return the address of a question about a pledge, which is called like the question."""
    words = question.address.removeprefix("forms_pledge_").replace("_", "-")
    return path(f"pledge/<int:pledge_id>/{words}/", question.as_view(), name=question.address)


def called(question) -> dict:
    """Return view and name of a question that names its own address."""
    return {"view": question.as_view(), "name": question.address}
