"""What staff may do about one link: each asks first, and acts on POST only."""

from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from core.staff_screen import StaffQuestion
from resources.links import by_staff
from resources.models import Link

CHANGE = "resources.change_link"


class LinkQuestion(StaffQuestion):
    permission_required = CHANGE
    header_icon = "link"
    table = "resources_link_modeladmin_index"
    back = _("Back to the links")

    @cached_property
    def link(self) -> Link:
        return get_object_or_404(Link, pk=self.kwargs["link_id"])

    @property
    def names(self) -> dict:
        return {"address": self.link.address, "new": self.link.moved_to}


class CheckAgain(LinkQuestion):
    """The web process asks nobody: the next run does, so that no host is asked twice at once."""

    page_title = _("Check again now")
    question = _("Check this link again? %(address)s")
    done = _("%(address)s is checked within some minutes.")

    def act(self):
        by_staff.check_again(self.link)


class UseNewAddress(LinkQuestion):
    page_title = _("Use the new address")
    question = _(
        "Put %(new)s in place of %(address)s? Each page with this address gets a new draft, which "
        "you then read and publish."
    )
    refusals = {by_staff.NotMovedError: _("This link has no new address. Nothing was done.")}
    drafted = _("“%(page)s” has a draft with the new address.")
    unpublished = _(
        "“%(page)s” has changes that are not published yet, so nothing was done there. See that "
        "they have the new address."
    )
    by_hand = _("Change it by hand in “%(place)s”.")

    def post(self, request, **kwargs):
        try:
            replaced = by_staff.use_new_address(self.link, request.user)
        except by_staff.NotMovedError as error:
            messages.error(request, self.refusals[type(error)])
            return redirect(self.table)
        for page in replaced.pages:
            self.say(messages.success, self.drafted % {"page": page.draft_title}, form_of(page))
        for page in replaced.unpublished:
            said = self.unpublished % {"page": page.draft_title}
            self.say(messages.warning, said, form_of(page))
        for use in replaced.left:
            self.say(messages.warning, self.by_hand % {"place": use}, use.form)
        return redirect(self.table)

    def say(self, level, said: str, form: str) -> None:
        level(self.request, said, buttons=[messages.button(form, _("Edit"))])


def form_of(page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])
