"""The screens of pledge officers with 100,000 pledges: python -m tests.load.many_pledges.

On a database of its own on the server of DATABASE_URL, in this process, without a web server.
"""

import os
import random
import resource
import tempfile
import time
import tracemalloc
from datetime import timedelta
from pathlib import Path

import django

from tests.load.timing import times
from tests.served_site import make_environment, own_database, prepare

PLEDGES, AT_A_TIME = 100_000, 2000
LIST, REPORT = "/admin/forms/pledge/", "/admin/pledge-report/"


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="coalition-many-") as name:
        folder = Path(name)
        with own_database(folder) as database_url:
            environment = make_environment(folder, database_url) | {"OUTBOX_IN_PROCESS": "false"}
            prepare(environment)
            os.environ.update(environment)
            django.setup()
            fill()
            measure()


def say(text) -> None:
    print(text, flush=True)  # noqa: T201


# Filling


def fill() -> None:
    """Make the pledges, with a question, actions, and the mail of each."""
    from django.db import connection
    from django.utils import timezone

    page, now, chance = questions_asked(), timezone.now(), random.Random(1)  # noqa: S311
    for start in range(0, PLEDGES, AT_A_TIME):
        add(page, [now - timedelta(minutes=5 * n) for n in range(start, start + AT_A_TIME)], chance)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    say(f"{PLEDGES} pledges on {connection.vendor}, each with a mail.")


def questions_asked():
    from forms.models import PledgeAction, PledgePage, PledgeQuestion

    page = PledgePage.objects.get()
    page.questions.add(PledgeQuestion(field_type="singleline", label="Your role"))
    for text in ("Extend our hours", "Ask every patient"):
        page.actions_to_tick.add(PledgeAction(text=text))
    page.count_from, page.goal = 1, 2 * PLEDGES
    page.save_revision().publish()
    return PledgePage.objects.get()


def add(page, moments, chance) -> None:
    from forms.models import OutgoingMail, Pledge

    known = Pledge.objects.count()
    pledges = [signed(page, known + n, moment, chance) for n, moment in enumerate(moments)]
    Pledge.objects.bulk_create(pledges)
    for pledge, moment in zip(pledges, moments, strict=True):
        pledge.created_at = moment
    Pledge.objects.bulk_update(pledges, ["created_at"], batch_size=400)
    OutgoingMail.objects.bulk_create(map(receipt, pledges))


def signed(page, number, moment, chance):
    from forms.models import Pledge
    from members.models import MemberSocietyPage

    words = page.current_wording
    domain = f"hospital{int(chance.paretovariate(0.5)) % 3000}.example"
    status = chance.choices(["pending", "confirmed", "withdrawn", "invalid"], [2, 7, 0.5, 0.5])[0]
    later = moment if status != "pending" else None
    societies = page.__dict__.setdefault("_societies", list(MemberSocietyPage.objects.all()))
    return Pledge(
        page=page,
        wording=words,
        name=f"Signer Number{number}",
        email=f"signer{number}@{domain}",
        society=chance.choice([*societies, None]),
        state=chance.choice(["AK", "NY", "CA", "TX", ""]),
        answers={words.questions[0]["clean_name"]: "Radiographer"},
        ticked=f"{chance.choice(words.actions)['key']}\n",
        wants_updates=chance.random() < 0.5,
        language="en",
        status=status,
        confirmed_at=later,
        opened_at=later,
    )


def receipt(pledge):
    from forms.models import OutgoingMail

    return OutgoingMail(
        key=f"pledge:{pledge.pk}:receipt",
        purpose="pledge",
        sender="coalition@example.org",
        recipient=pledge.email,
        subject="Your commitment to act",
        text="x" * 2000,
        html="y" * 5000,
        message_id=f"<{pledge.pk}@example.org>",
        state=OutgoingMail.State.SENT,
        created_at=pledge.created_at,
    )


# Measuring


def measure() -> None:
    from django.contrib.auth import get_user_model
    from django.test import Client

    from forms.models import Pledge

    browser = Client(HTTP_HOST="localhost")
    browser.force_login(get_user_model().objects.get())
    middle = Pledge.objects.order_by("pk")[PLEDGES // 2].pk
    for name, address in {
        "list": LIST,
        "list, page 900": f"{LIST}?p=900",
        "list, confirmed": f"{LIST}?status__exact=confirmed",
        "list, one state": f"{LIST}?state=AK",
        "list, a search": f"{LIST}?q=number77",
        "list, by name": f"{LIST}?o=3",
        "one pledge": f"{LIST}inspect/{middle}/",
        "report": REPORT,
        "outgoing mail": "/admin/forms/outgoingmail/",
        "readers' page with the number": "/commit/",
    }.items():
        say(times(browser, name, address).line)
    for kind in ("csv", "xlsx"):
        say(export(browser, kind))
    for kind in ("csv", "xlsx"):
        say(peak_of(browser, kind))


def export(browser, kind) -> str:
    begin = time.perf_counter()
    parts = iter(browser.post(LIST, {"format": kind}).streaming_content)
    next(parts)
    first = time.perf_counter() - begin
    size = sum(map(len, parts)) / 1e6
    whole = time.perf_counter() - begin
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return (
        f"  {kind:5} first byte {first * 1000:4.0f} ms, whole {whole:4.1f} s, {size:.1f} MB; "
        f"the process at most {most} MB"
    )


def peak_of(browser, kind) -> str:
    """Export once more, slowly, and say what Python's own memory came to at most."""
    tracemalloc.start()
    for _part in browser.post(LIST, {"format": kind}).streaming_content:
        pass
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    return f"  {kind:5} memory at most {peak:.1f} MB"


if __name__ == "__main__":
    main()
