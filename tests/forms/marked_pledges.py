"""Pledges in every state, each with words that only a pledge officer may read."""

import re

from wagtail.log_actions import log
from wagtail.models import ModelLogEntry, Page

from forms import codes, pledge_states
from forms.models import ContactPage, Message, OutgoingMail, Pledge, PledgePage
from members.models import MemberSocietyPage
from tests import builders

# Long, since no random token of a page may hold it by chance.
MARK = "vwqzzkjx"
BAIT = "xylophone"  # in the same texts, to search for them without naming the mark
STATE = "ZQ"  # a column of two letters has no room for more
STATES = ["pending", "confirmed", "withdrawn", "invalid", "suspect", "erased"]
ALONE = re.compile(rf"(?<![\w/+=-]){STATE}(?![\w/+=-])")


def address_of(state: str) -> str:
    return f"{MARK}.{BAIT}.{state}@example.org"


def sign_in_every_state(client) -> None:
    """Let six people sign for a society, and one come again, with mails in every state."""
    society = MemberSocietyPage.objects.get(slug="american-college-of-radiology")
    named = {
        "name": f"Ada {MARK} {BAIT}",
        "society": society.pk,
        "state": "AK",
        "wants_updates": "on",
    }
    for state in STATES:
        trap = MARK if state == "suspect" else ""
        answers = builders.pledge_answers(email=address_of(state), trap=trap, **named)
        client.post("/commit/", answers)
        set_state(Pledge.objects.get(email=address_of(state)), state)
    client.post("/commit/", builders.pledge_answers(email=address_of("confirmed"), **named))
    client.post("/commit/yours/", {"email": address_of("confirmed")})
    leave_traces()


def set_state(pledge, state: str) -> None:
    Pledge.objects.filter(pk=pledge.pk).update(state=STATE)
    if state in ("confirmed", "withdrawn", "erased"):
        pledge_states.confirm(pledge)
    if state == "withdrawn":
        pledge_states.withdraw(pledge)
    if state == "invalid":
        Pledge.objects.filter(pk=pledge.pk).update(status="invalid")
    if state == "erased":
        pledge.refresh_from_db()
        pledge_states.erase(pledge)


def leave_traces() -> None:
    """What staff did about pledges, and what mail servers said of them."""
    by = builders.superuser()
    for row in [*Pledge.objects.all(), *OutgoingMail.objects.all()]:
        log(instance=row, action="wagtail.edit", user=by)
    for mail, state in zip(OutgoingMail.objects.all(), OutgoingMail.State.values, strict=False):
        said = f"550 <{mail.recipient}>: user {MARK}.{state} unknown"
        OutgoingMail.objects.filter(pk=mail.pk).update(state=state, last_error=said)


def secrets() -> list[str]:
    """Everything in the rows that tells who signed, or with which one could act as they."""
    pledges = list(Pledge.objects.all())
    return [MARK, *(p.secret for p in pledges), *(codes.code_of(p) for p in pledges)]


def told_by(text: str, known: list[str]) -> list[str]:
    """Which of the secrets a text tells."""
    told = [secret for secret in known if secret in text or secret in text.lower()]
    return [*told, STATE] if ALONE.search(text) else told


def keys() -> dict:
    """The numbers of what there is, by the name of a part of an address."""
    pages = [*PledgePage.objects.all(), *ContactPage.objects.all()]
    pages.append(MemberSocietyPage.objects.get(slug="american-college-of-radiology"))
    return {
        "pledge": numbers(Pledge),
        "mail": numbers(OutgoingMail),
        "message": numbers(Message),
        "page": [page.pk for page in pages],
        "revision": [page.latest_revision_id for page in pages if page.latest_revision_id],
        "log": numbers(ModelLogEntry),
    }


def numbers(model) -> list[int]:
    return list(model.objects.values_list("pk", flat=True))


def public_addresses() -> list[str]:
    """Every page that is live, with the routes of the pledge page, and what is no page."""
    pages = [page.url for page in Page.objects.live().filter(depth__gte=2)]
    routes = ["thank-you/", "confirm/", "yours/", "link-sent/", "erased/"]
    routes += [f"{route}?key={BAIT}" for route in ("confirm/", "yours/")]
    others = ["/healthz/", "/unsubscribe/", "/invitation/", "/nowhere/", f"/search/?q={BAIT}"]
    return [*pages, *(f"/commit/{route}" for route in routes), *others]
