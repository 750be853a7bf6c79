"""What is no longer kept: answers older than their form keeps them, and mail that has ended.

Anonymous counts stay. Each row is looked at again in the transaction that ends it, so the work
may be done twice, or twice at once.
"""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from wagtail.models import get_page_models

from forms import funnel, pledge_states, sent
from forms.models import OutgoingMail, Pledge
from forms.models.form_page import FormPage
from forms.models.submission import Submission

BATCH = 500
ENDED = [
    OutgoingMail.State.SENT,
    OutgoingMail.State.FAILED,
    OutgoingMail.State.SUPPRESSED,
]


def form_pages() -> Iterator[FormPage]:
    """Yield every page with a form, published or not."""
    for model in get_page_models():
        if issubclass(model, FormPage):
            yield from model.objects.select_related("locale").order_by("path")


def count_overdue(page) -> Counter:
    """Return how much `end_overdue` would end: pledges, those that go on counting, messages."""
    pledges = overdue_pledges(page)
    return Counter(
        pledges=pledges.count(),
        counted=pledges.counted().count(),
        messages=overdue_messages(page).count(),
    )


def end_overdue(page) -> Counter:
    """Erase a form's old pledges and delete its old messages; return how many that were."""
    ended = Counter()
    for pledge in in_batches(overdue_pledges(page)):
        ended += erase(page, pledge)
    for message in in_batches(overdue_messages(page)):
        ended += Counter(messages=sent.delete(message))
    return ended


def overdue_pledges(page) -> QuerySet[Pledge]:
    """Pledges that were signed, and last confirmed or withdrawn, too long ago."""
    limit = months_ago(page.kept_months)
    confirmed = Q(confirmed_at=None) | Q(confirmed_at__lt=limit)
    withdrawn = Q(withdrawn_at=None) | Q(withdrawn_at__lt=limit)
    signed = Pledge.objects.filter(page=page.pk, erased_at=None, created_at__lt=limit)
    return signed.filter(confirmed, withdrawn)


def overdue_messages(page) -> QuerySet[Submission]:
    """Whatever else was sent with a form too long ago: messages, suggestions, reports."""
    rows = page.submission_class.objects
    if page.submission_class is Pledge:
        return rows.none()
    return rows.filter(page=page.pk, created_at__lt=months_ago(page.kept_months))


@transaction.atomic
def erase(page, pledge) -> Counter:
    """Erase a pledge as its signer would, unless it is gone or was confirmed at this moment."""
    same = overdue_pledges(page).select_for_update().filter(pk=pledge.pk).first()
    if same is None:
        return Counter()
    pledge_states.erase(same)
    return Counter(pledges=1, counted=same.status == Pledge.Status.CONFIRMED)


def overdue_mail() -> QuerySet[OutgoingMail]:
    """Mail that has ended, whatever it was about; never what waits or is held.

    Receipts for pledges stay as long as the report counts them; they say no more than the pledges.
    """
    limit = timezone.now() - timedelta(days=settings.OUTBOX_KEEP_DAYS)
    ended = OutgoingMail.objects.filter(state__in=ENDED, created_at__lt=limit)
    return ended.exclude(purpose="pledge", created_at__gte=months_ago(funnel.MONTHS + 1))


def delete_overdue_mail() -> int:
    """Delete it in small transactions; return how many mails that were."""
    count = 0
    while keys := list(overdue_mail().values_list("pk", flat=True)[:BATCH]):
        count += overdue_mail().filter(pk__in=keys).delete()[0]
    return count


def in_batches(rows: QuerySet) -> Iterator:
    """Yield the rows by their numbers, few at a time, though they may vanish meanwhile."""
    last = 0
    while batch := list(rows.filter(pk__gt=last).order_by("pk")[:BATCH]):
        yield from batch
        last = batch[-1].pk


def months_ago(months: int) -> datetime:
    """Return the moment so many months before now; where its month is shorter, its last day."""
    now = timezone.localtime()
    year, month = divmod(now.year * 12 + now.month - 1 - months, 12)
    day = min(now.day, monthrange(year, month + 1)[1])
    return now.replace(year=year, month=month + 1, day=day)
