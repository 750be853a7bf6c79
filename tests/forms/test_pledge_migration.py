"""Pledges that were signed before there was a confirmation."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.utils import timezone

from forms.models import Pledge, PledgePage

migrate = import_module("forms.migrations.0005_pledge_states")


@pytest.fixture
def old_pledges(site):
    page = PledgePage.objects.get()
    for number in range(3):
        page.pledges.create(
            wording=page.current_wording, email=f"{number}@example.org", secret="the same"
        )
    Pledge.objects.update(created_at=timezone.now() - timedelta(days=400))


def test_each_gets_a_secret_of_its_own_and_waits_for_its_signer(old_pledges):
    migrate.make_own_secrets(apps, None)
    pledges = list(Pledge.objects.all())
    assert len({pledge.secret for pledge in pledges}) == 3
    assert {pledge.status for pledge in pledges} == {"pending"}
    assert not Pledge.objects.counted().exists()
    # Their time begins now, however long ago they signed.
    assert min(pledge.pending_since for pledge in pledges) > timezone.now() - timedelta(minutes=5)
