"""`manage.py check_links`: what it gathers, how it asks, and what it writes down."""

import time
from datetime import timedelta
from io import StringIO
from itertools import pairwise
from threading import Barrier

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from core.models import FooterLink
from members.models import SocietyLink
from resources.links import lease, records
from resources.links.gathering import gather
from resources.links.run import Pace, check_due
from resources.links.visitor import Limits
from resources.models import Link, LinkCheck, LinkUse
from tests import builders
from tests.resources.link_server import LinkServer, network

PATIENT = Limits(total=10, step=5)  # for what must succeed, on a machine that is busy
HASTY = Limits(total=0.5, step=0.3)  # for what must take too long
MOMENTS = ["checked_at", "next_check_at", "last_strike_at", "failing_since", "lifeless_since"]


@pytest.fixture
def server():
    server = LinkServer()
    yield server
    server.stop()


@pytest.fixture
def empty(site):
    """The site without any address that it was loaded with."""
    for model in (builders.ResourcePage, builders.Source):
        model.objects.update(address="")
    builders.MemberSocietyPage.objects.update(website="")
    FooterLink.objects.all().delete()
    gather()
    assert not LinkUse.objects.exists()


def run(server, pace=None, limits=PATIENT):
    return check_due(pace or Pace(60, pause=0), network(server), limits)


def resource(server, path, host="link.test", **fields):
    address = f"http://{host}:{server.port}{path}"
    title = f"{host}{path}"
    slug = f"r{builders.ResourcePage.objects.count()}"
    return builders.resource(title, address=address, slug=slug, **fields)


def a_day_passes():
    """Let all that was noted have happened a day before."""
    for link in Link.objects.all():
        for name in MOMENTS:
            moment = getattr(link, name)
            setattr(link, name, moment and moment - timedelta(days=1))
        link.save()


def link_of(page):
    return Link.objects.get(uses__page=page)


def test_the_addresses_that_readers_can_follow_are_gathered(empty):
    society = builders.MemberSocietyPage.objects.first()
    society.website = "https://society.example"
    society.links.add(SocietyLink(label="News", address="https://society.example/news"))
    society.description = '<p><a href="https://words.example/?a=1&amp;b=2">There</a></p>'
    society.save_revision().publish()
    builders.resource("R", address="https://Resource.example/#part")
    builders.resource("Own", slug="own", address=f"{settings.SITE_URL}/members/")
    builders.content_page(
        ("text", '<p><a href="https://text.example/">x</a> <a linktype="page" id="3">y</a></p>'),
        ("text", '<p><a href="mailto:ada@example.org">x</a></p>'),
        ("quotation", {"words": "Yes", "speaker": "Ada", "address": "https://quote.example/"}),
    )
    figure = builders.figure()
    figure.sources = [builders.source("Used", address="https://source.example/")]
    builders.statistic(figures=[figure])
    builders.source("Unused", address="https://nobody.example/")
    gather()
    assert set(Link.objects.in_use().values_list("address", flat=True)) == {
        "https://society.example/",
        "https://society.example/news",
        "https://words.example/?a=1&b=2",
        "https://resource.example/",
        "https://text.example/",
        "https://quote.example/",
        "https://source.example/",
    }


def test_what_readers_cannot_see_is_left_alone(empty):
    builders.resource("Draft", address="https://draft.example/").unpublish()
    builders.hide(builders.resource("Private", address="https://private.example/"))
    page = builders.resource("Changed", address="https://live.example/")
    page.address = "https://not-yet.example/"
    page.save_revision()
    gather()
    assert [link.address for link in Link.objects.all()] == ["https://live.example/"]


def test_one_address_is_one_row_however_often_it_stands(empty):
    for number, address in enumerate(
        ["http://a.example", "http://A.example/", "http://a.example/#x"]
    ):
        builders.resource(f"R{number}", address=address, slug=f"r{number}")
    gather()
    assert Link.objects.count() == 1
    assert LinkUse.objects.count() == 3


def test_a_link_that_is_used_no_more_keeps_its_history_for_a_while(empty):
    page = builders.resource("R", address="https://a.example/")
    gather()
    pages = builders.ResourcePage.objects.filter(pk=page.pk)
    pages.update(live=False)
    gather()
    assert not Link.objects.in_use().exists()
    Link.objects.update(strikes=2)
    pages.update(live=True)
    gather()
    assert Link.objects.in_use().get().strikes == 2
    pages.update(live=False)
    gather()
    Link.objects.update(unused_since=timezone.now() - timedelta(days=91))
    gather()
    assert not Link.objects.exists()


def test_gathering_costs_the_same_for_many_as_for_few(empty):
    builders.resource("R", address="https://a.example/")
    gather()
    with CaptureQueriesContext(connection) as few:
        gather()
    for number in range(20):
        builders.resource("R", address=f"https://a{number}.example/", slug=f"r{number}")
    gather()
    with CaptureQueriesContext(connection) as many:
        gather()
    assert len(many) == len(few)


def test_days_of_visits_end_in_the_right_state(empty, server):
    paths = {
        "/ok": "ok",
        "/to/301/ok": "moved",
        "/status/403": "blocked",
        "/status/404": "gone",
        "/hang_up": "suspect",
        "/loop": "suspect",
        "/to/302/http://10.0.0.1/": "refused",
    }
    pages = {path: resource(server, path, f"h{n}.test") for n, path in enumerate(paths)}
    unknown = resource(server, "/ok", "nobody.test")
    for _day in range(3):
        assert "8 links checked" in str(run(server))
        a_day_passes()
        Link.objects.update(next_check_at=timezone.now())
    assert {path: link_of(page).state for path, page in pages.items()} == paths
    assert link_of(unknown).state == "gone"
    silent = link_of(pages["/hang_up"])
    assert silent.lifeless_since == silent.failing_since is not None
    assert link_of(pages["/loop"]).lifeless_since is None
    moved = link_of(pages["/to/301/ok"])
    assert moved.moved_to == f"http://h1.test:{server.port}/ok"
    history = link_of(pages["/status/404"]).checks.values_list("outcome", "status")
    assert list(history) == [("gone", 404)] * 3


def test_each_host_is_asked_one_thing_at_a_time(empty, server):
    for host in "abc":
        for number in range(5):
            resource(server, f"/slowly/{number}", f"{host}.test")
    for number in range(5):  # led to the same host from others
        resource(server, f"/to/302/http://a.test:{server.port}/slowly/{number}", f"d{number}.test")
    run(server, Pace(60, hosts=8, pause=0.01))
    assert set(server.most.values()) == {1}
    assert server.most.keys() >= {"a.test", "b.test", "c.test", "d0.test"}
    assert len(server.requests) == 25
    starts = sorted(server.times["a.test"])
    assert min(b - a for a, b in pairwise(starts)) >= 0.04


def test_many_hosts_are_asked_at_once(empty, server):
    together = Barrier(6)

    def play_once_all_are_here(*request):
        together.wait(PATIENT.step)
        server.answer(request[0])

    server.play_ok = play_once_all_are_here
    for host in "abcdef":
        resource(server, "/ok", f"{host}.test")
    run(server)
    assert Link.objects.filter(state="ok").count() == 6


def test_a_run_ends_in_time_whatever_happens(empty, server):
    for number in range(20):
        resource(server, f"/silence/{number}")
    start = time.monotonic()
    run(server, Pace(0.5, pause=0), HASTY)
    assert time.monotonic() - start < 0.5 + 2 * HASTY.total + 2
    assert Link.objects.filter(checked_at=None).exists()


def test_what_is_not_due_is_not_asked(empty, server):
    resource(server, "/ok")
    run(server)
    run(server)
    assert len(server.requests) == 1
    Link.objects.update(next_check_at=timezone.now())
    run(server)
    assert len(server.requests) == 2


def test_a_host_that_asks_to_be_left_alone_is(empty, server):
    asking = resource(server, "/status/429/retry-in-a-day")
    others = [resource(server, f"/ok/{number}") for number in range(3)]
    gather()
    earlier = timezone.now() - timedelta(hours=1)
    Link.objects.filter(uses__page=asking).update(next_check_at=earlier)
    run(server)
    run(server)
    assert len(server.requests) == 1
    assert link_of(asking).state == "blocked"
    for page in others:
        left = link_of(page).next_check_at - timezone.now()
        assert timedelta(hours=23) < left <= timedelta(days=1)


def test_a_host_that_asks_so_at_the_end_of_a_redirect_is_left_alone_as_well(empty, server):
    busy = f"http://link.test:{server.port}/status/429/retry-in-a-day"
    first, second = (resource(server, f"/to/{n}/{busy}", "other.test") for n in (302, 307))
    page = resource(server, "/ok")
    gather()
    earlier = timezone.now() - timedelta(hours=1)
    Link.objects.filter(host="other.test").update(next_check_at=earlier)
    Link.objects.filter(uses__page=second).update(next_check_at=earlier + timedelta(minutes=1))
    for _time in range(2):
        run(server, Pace(60, hosts=1, pause=0))
    assert [request.split()[1] for request in server.requests] == [
        f"/to/302/{busy}",
        "/status/429/retry-in-a-day",
        f"/to/307/{busy}",
    ]
    assert link_of(first).state == "blocked"
    assert link_of(second).checked_at is None  # nothing is known of it
    for each in (first, second, page):
        assert link_of(each).next_check_at > timezone.now() + timedelta(hours=23)


def test_it_is_left_alone_also_by_those_who_waited_for_their_turn(empty, server):
    busy = f"http://link.test:{server.port}/status/429/retry-in-a-day"
    for number in range(5):
        resource(server, f"/to/302/{busy}", f"h{number}.test")
    run(server, Pace(60, hosts=5, pause=0.05))
    assert len(server.times["link.test"]) == 1


def test_two_runs_do_not_check_at_once(empty, server):
    resource(server, "/ok")
    with lease.held(timedelta(minutes=1)) as is_mine:
        assert is_mine
        assert run(server) is None
    assert server.requests == []
    assert run(server) is not None
    assert len(server.requests) == 1


def test_a_run_that_was_killed_keeps_others_away_for_a_while_only(empty):
    with lease.held(timedelta(seconds=-1)) as first, lease.held(timedelta(minutes=1)) as second:
        assert (first, second) == (True, True)


def test_when_nobody_answers_it_is_our_network(empty, server, caplog):
    good = resource(server, "/ok", "good.test")
    run(server)
    for number in range(records.SILENT_HOSTS):
        resource(server, "/hang_up", f"bad{number}.test")
    Link.objects.filter(uses__page=good).update(next_check_at=timezone.now() - timedelta(days=1))
    server.play_ok = server.play_hang_up
    run(server)
    assert not Link.objects.filter(strikes__gt=0).exists()
    assert "Is this machine connected?" in caplog.text
    del server.play_ok
    run(server)
    assert Link.objects.filter(strikes=1).count() == records.SILENT_HOSTS


def test_what_is_refused_needs_no_answer(empty, server):
    for number in range(records.SILENT_HOSTS):
        builders.resource("R", address=f"http://10.0.0.{number}/", slug=f"r{number}")
    run(server)
    assert Link.objects.filter(state="refused").count() == records.SILENT_HOSTS


def test_links_that_work_are_asked_as_well_where_all_others_are_silent(empty, server):
    good = resource(server, "/ok", "good.test")
    run(server)
    for number in range(records.SILENT_HOSTS):
        resource(server, "/hang_up", f"bad{number}.test")
    run(server)
    assert Link.objects.filter(strikes=1).count() == records.SILENT_HOSTS
    assert link_of(good).checks.count() == 2


def test_the_history_is_kept_short(empty, server):
    page = resource(server, "/ok")
    gather()
    link = link_of(page)
    for _time in range(LinkCheck.KEPT + 3):
        LinkCheck.objects.create(link=link, outcome="ok", status=200)
    run(server)
    assert link.checks.count() == LinkCheck.KEPT


def test_the_network_is_waited_for_outside_of_any_transaction(empty, server):
    for number in range(5):
        resource(server, f"/slowly/{number}")
    ours, play, open_ones = connections["default"], server.play_slowly, []

    outside = len(ours.savepoint_ids)

    def play_and_look(*request):
        # Another finding may be being noted at this moment, but that ends without our answer.
        end = time.monotonic() + PATIENT.step / 2
        while len(ours.savepoint_ids) > outside and time.monotonic() < end:
            time.sleep(0.01)
        open_ones.append(len(ours.savepoint_ids))  # before the answer, after which a run may end
        play(*request)

    server.play_slowly = play_and_look
    run(server, Pace(60, hosts=1, pause=0.05))
    assert open_ones == [outside] * 5


def test_the_command_says_what_it_did(empty):
    builders.resource("R", address="http://127.0.0.1/")
    out = StringIO()
    call_command("check_links", stdout=out)
    assert out.getvalue() == "1 links checked: 1 refused\n"
    call_command("check_links", stdout=out)
    assert out.getvalue().count("\n") == 1
