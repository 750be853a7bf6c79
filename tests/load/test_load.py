"""The served site under many posts at once, and while its processes are killed."""

import pytest

from tests.at_once import at_once
from tests.load import database
from tests.load.kills import pledge_and_kill, serve_with_mail
from tests.load.visitors import PAGE, Browser, form_of

pytestmark = pytest.mark.django_db  # only for the database that is copied
LEASE_SECONDS = 4


@pytest.fixture
def served(_loaded_database, tmp_path):
    """A copy of the loaded site as production serves it, that sends its mail to a sink."""
    _loaded_database.close()  # or PostgreSQL would not copy it
    with serve_with_mail(tmp_path, LEASE_SECONDS, _loaded_database.settings_dict["NAME"]) as served:
        yield served


def test_two_hundred_identical_posts_at_once_make_one_row_and_one_mail(served):
    fields = form_of(served.site.url) | {"name": "Ada Roe", "email": "ada@example.org"}
    posts = [lambda: Browser(served.site.url).post(PAGE, fields)] * 200
    answers = at_once(*posts)
    assert len(answers) == 200
    assert len(set(answers)) == 1
    assert answers[0].is_thanks
    assert database.signers(served.database_url) == ["ada@example.org"]
    served.sink.wait_for(1)
    assert database.states_of_mail(served.database_url).keys() <= {"waiting", "sent"}
    assert sum(database.states_of_mail(served.database_url).values()) == 1


def test_nothing_that_was_thanked_for_is_lost_when_processes_are_killed(served, say):
    outcome = pledge_and_kill(served, pledges=150, kills=4, clients=8)
    say(f"Killed under load: {outcome.figures()}")
    assert outcome.kills.total() == 4
    assert outcome.faults() == []
