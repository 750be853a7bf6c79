"""What pledge officers may do to one pledge: each asks first, and acts on POST only."""

from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from core.personal import keep_private
from core.staff_screen import StaffQuestion
from forms import by_officers
from forms.models import Pledge

CHANGE = "forms.change_pledge"


class PledgeQuestion(StaffQuestion):
    """A question about a pledge; of an erased one nothing is asked.

    `fits` tells for which pledges a button leads here. The question names the signer; what is
    said when it is done, and thus kept for the next page, names the number only.
    """

    permission_required = CHANGE
    header_icon = "form"
    table = "forms_pledge_modeladmin_index"
    back = _("Back to the pledges")
    refusals = {
        by_officers.NothingDoneError: _("This pledge has changed meanwhile. Nothing was done."),
        by_officers.NotMailedError: _(
            "This address gets no mail at present: it is suppressed, or got too much today. "
            "Nothing was done."
        ),
    }
    address = ""
    button_classes = ["button-secondary"]

    @cached_property
    def pledge(self) -> Pledge:
        rows = Pledge.objects.filter(erased_at=None).select_related("page", "wording")
        return get_object_or_404(rows, pk=self.kwargs["pledge_id"])

    @property
    def names(self) -> dict:
        return {"pledge": self.pledge, "name": self.pledge.name, "email": self.pledge.email}

    def dispatch(self, *args, **kwargs):
        return keep_private(super().dispatch(*args, **kwargs))

    def act(self):
        self.acts(self.pledge, self.request.user)


class AskAgain(PledgeQuestion):
    address = "forms_pledge_ask_again"
    page_title = _("Ask again")
    question = _("Ask %(name)s (%(email)s) once more to confirm? Staff can do so three times.")
    done = _("%(pledge)s: the mail waits to be sent.")
    acts = staticmethod(by_officers.ask_again)

    @staticmethod
    def fits(pledge) -> bool:
        waits = pledge.status == Pledge.Status.PENDING and not pledge.is_suspect
        return waits and pledge.asked_by_staff < by_officers.MOST_ASKED


class MarkInvalid(PledgeQuestion):
    address = "forms_pledge_mark_invalid"
    page_title = _("Mark invalid")
    question = _(
        "Mark the pledge of %(name)s (%(email)s) as invalid? It is no longer counted, and the "
        "links to confirm it stop working. No mail is sent."
    )
    done = _("%(pledge)s is marked as invalid.")
    acts = staticmethod(by_officers.mark_invalid)

    @staticmethod
    def fits(pledge) -> bool:
        return pledge.status in (Pledge.Status.PENDING, Pledge.Status.CONFIRMED)


class CountAgain(PledgeQuestion):
    address = "forms_pledge_count_again"
    page_title = _("Count again")
    question = _("Count the pledge of %(name)s (%(email)s) again? It was confirmed before.")
    done = _("%(pledge)s is counted again.")
    acts = staticmethod(by_officers.count_again)

    @staticmethod
    def fits(pledge) -> bool:
        return pledge.status == Pledge.Status.INVALID and bool(pledge.confirmed_at)


class Genuine(PledgeQuestion):
    address = "forms_pledge_genuine"
    page_title = _("It is genuine")
    question = _(
        "Is the pledge of %(name)s (%(email)s) a person's? Then they are asked to confirm it."
    )
    done = _("%(pledge)s is no longer suspect, and the mail to its signer is written.")
    acts = staticmethod(by_officers.take_for_genuine)

    @staticmethod
    def fits(pledge) -> bool:
        return pledge.is_suspect and pledge.status == Pledge.Status.PENDING


class Erase(PledgeQuestion):
    address = "forms_pledge_erase"
    page_title = _("Erase")
    question = _(
        "Erase what is held about %(name)s (%(email)s)? Name, address, answers and mail are "
        "deleted for good. A confirmed pledge goes on being counted; to end that too, mark it "
        "invalid first."
    )
    done = _("%(pledge)s is erased.")
    acts = staticmethod(by_officers.erase)
    button_classes = ["no"]

    @staticmethod
    def fits(pledge) -> bool:
        return True


QUESTIONS = [AskAgain, Genuine, MarkInvalid, CountAgain, Erase]
