"""A form is sent for an address whose pledge is removed or erased at the same moment."""

import pytest
from django.test import Client

from forms import pledge_states
from forms.models import OutgoingMail, Pledge
from forms.models.pledge import PledgeQuerySet
from tests import builders
from tests.at_once import at_once


def sign():
    return Client().post("/commit/", builders.pledge_answers())


@pytest.mark.parametrize("suspect", [False, True])
def test_a_pledge_that_vanishes_between_two_statements_makes_room(site, monkeypatch, suspect):
    sign()
    first = Pledge.objects.get()
    Pledge.objects.update(is_suspect=suspect)
    insert = PledgeQuerySet.bulk_create

    def insert_and_lose_the_other(self, rows, **options):
        made = insert(self, rows, **options)
        pledge_states.remove(first)
        return made

    monkeypatch.setattr(PledgeQuerySet, "bulk_create", insert_and_lose_the_other)
    response = sign()
    assert (response.status_code, response["Location"]) == (303, "/commit/thank-you/")
    second = Pledge.objects.get()
    assert second.pk != first.pk
    assert OutgoingMail.objects.get().key == f"pledge:{second.pk}:receipt"


@pytest.mark.usefixtures("committed")
@pytest.mark.parametrize("end", [pledge_states.remove, pledge_states.erase])
def test_everybody_gets_the_usual_answer_however_the_two_meet(settings, end):
    settings.OUTBOX_MOST_TO_AN_ADDRESS = 0
    for _ in range(10):
        sign()
        pledge = Pledge.objects.get(email="ada@example.org")
        answers = at_once(sign, sign, lambda pledge=pledge: end(pledge))
        codes = [answer.status_code for answer in answers if answer]
        assert codes == [303, 303]
        assert len(answers) == 3
