"""What becomes of a report of a problem: a task for whoever keeps the resource."""

from django.apps import apps
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from core import site_mail
from core.mail_validators import on_one_line
from forms import mails


def follow_up(page, report) -> None:
    """Tell whoever keeps the resource, and thank the reporter."""
    with override(settings.LANGUAGE_CODE):  # theirs, not the visitor's
        tell_keepers(page, report)
    mails.confirm_message(page, report)


def tell_keepers(page, report) -> None:
    """Send the report to its keepers; to the coalition's address where there is none.

    Only who may see the reporter's address can answer it.
    """
    mail = render(page, report)
    keepers = keepers_of(report.resource)
    for keeper in keepers:
        may_answer = keeper.has_perm("forms.view_problemreport")
        mails.put_for_staff(mail, report, keeper.email, report.email if may_answer else "")
    for address in [] if keepers else mails.staff_addresses(page):
        mails.put_for_staff(mail, report, address, report.email)


def render(page, report) -> site_mail.Rendered:
    title = report.resource.title
    subject = on_one_line(_("A problem with “%(title)s”") % {"title": title})
    context = {"page": page, "report": report, "admin": settings.WAGTAILADMIN_BASE_URL}
    return site_mail.render("report", page.get_site(), subject, context)


def keepers_of(resource) -> list:
    """Return the accounts whose task it is: who keeps it, else the editors of its society.

    None of them: it is for communications. Nobody is asked who may no longer edit it.
    """
    return able(resource, [resource.kept_by]) or able(resource, society_editors(resource))


def able(resource, users) -> list:
    rights = resource.permissions_for_user
    return [user for user in users if user and user.is_active and rights(user).can_edit()]


def society_editors(resource):
    """Return the editors of the section in which the resource stands."""
    sections = apps.get_model("members.Section").objects
    section = sections.filter(society=resource.get_parent().pk).first()
    return section.editors if section else []
