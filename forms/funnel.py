"""How far signers get, by the domain of their mail: which gateway eats ours.

Submitted, mailed (the receipt left), opened (a person's browser showed the page to confirm),
confirmed. Of those whose rows go, a count stays; never under a domain of fewer than ten people.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time

from babel.numbers import format_percent
from django.db.models import Count, F, Sum, Value
from django.db.models.functions import StrIndex, Substr
from django.utils import timezone

from core.formats import cldr_locale
from forms.models.funnel_count import FunnelCount
from forms.models.outgoing_mail import OutgoingMail
from forms.models.pledge import Pledge

FEW = 10
MONTHS = 12
STEPS = ["submitted", "mailed", "opened", "confirmed"]


@dataclass(frozen=True)
class Reach:
    """How many of a domain's signers got how far. No domain: all the smaller ones together."""

    domain: str
    submitted: int = 0
    mailed: int = 0
    opened: int = 0
    confirmed: int = 0

    @property
    def share(self) -> float:
        return self.confirmed / self.submitted if self.submitted else 0

    @property
    def share_in_words(self) -> str:
        return format_percent(self.share, locale=cldr_locale())


def reach_by_domain() -> list[Reach]:
    """Return the domains of the last twelve months, worst first, the small ones summed last.

    Three queries, however many pledges and domains there are.
    """
    counts = defaultdict(lambda: dict.fromkeys(STEPS, 0))
    for domain, steps in [*standing(), *sent(), *gone()]:
        for step, count in steps.items():
            counts[domain][step] += count
    small = [name for name in counts if not name or counts[name]["submitted"] < FEW]
    rest = [counts.pop(domain) for domain in small]
    large = [Reach(domain, **steps) for domain, steps in counts.items()]
    large.sort(key=lambda reach: (reach.share, -reach.submitted))
    return large + ([summed(rest)] if rest else [])


def summed(counts: list[dict]) -> Reach:
    return Reach("", **{step: sum(steps[step] for steps in counts) for step in STEPS})


def first_month() -> date:
    today = timezone.localdate()
    months = today.year * 12 + today.month - MONTHS
    return date(months // 12, months % 12 + 1, 1)


def first_moment() -> datetime:
    return timezone.make_aware(datetime.combine(first_month(), time()))


def standing():
    """Yield what the pledges say that are there."""
    rows = Pledge.objects.filter(is_suspect=False, email__isnull=False)
    steps = {"submitted": Count("pk"), "opened": Count("opened_at")}
    steps["confirmed"] = Count("confirmed_at")
    yield from grouped(rows.filter(created_at__gte=first_moment()), "email", steps)


def sent():
    """Yield how many receipts left."""
    rows = OutgoingMail.objects.receipts_sent().filter(created_at__gte=first_moment())
    yield from grouped(rows, "recipient", {"mailed": Count("pk")})


def gone():
    """Yield what was kept of pledges that are no longer there."""
    rows = FunnelCount.objects.filter(month__gte=first_month()).values("domain")
    for row in rows.annotate(**{f"all_{step}": Sum(step) for step in STEPS}):
        yield row["domain"], {step: row[f"all_{step}"] for step in STEPS}


def grouped(rows, address: str, steps: dict):
    domain = Substr(address, StrIndex(address, Value("@")) + 1)
    for row in rows.order_by().annotate(domain=domain).values("domain").annotate(**steps):
        yield row["domain"], {step: row[step] for step in steps}


def steps_of(pledge, mailed: bool, opened: bool = False) -> dict:
    """Return what `keep` adds once the pledge is gone; ask before it goes. Empty for a robot's."""
    if pledge.is_suspect or not pledge.email:
        return {}
    domain = pledge.email.rpartition("@")[2]
    return {
        "domain": domain if is_common(domain) else "",
        "month": timezone.localdate(pledge.created_at).replace(day=1),
        "submitted": 1,
        "mailed": int(mailed),
        "opened": int(opened or bool(pledge.opened_at)),
        "confirmed": int(bool(pledge.confirmed_at)),
    }


def is_common(domain: str) -> bool:
    """Tell whether so many people have an address there that it tells of none of them."""
    people = Pledge.objects.filter(is_suspect=False, email__endswith=f"@{domain}").order_by()
    kept = FunnelCount.objects.filter(domain=domain).exists()
    return kept or people.values("email").distinct()[:FEW].count() >= FEW


def keep(steps: dict) -> None:
    """Count a pledge that is gone, by what `steps_of` said of it."""
    if not steps:
        return
    where = {"domain": steps["domain"], "month": steps["month"]}
    # The database decides, so two that go at once are both counted.
    FunnelCount.objects.bulk_create([FunnelCount(**where)], ignore_conflicts=True)
    more = {step: F(step) + steps[step] for step in STEPS}
    FunnelCount.objects.filter(**where).update(**more)
