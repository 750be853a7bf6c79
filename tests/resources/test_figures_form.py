"""The form of a statistic's figures: it bears whatever is posted, and many figures."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import builders
from tests.admin_forms import form_at, mistakes
from tests.markup import soup, text_of

HUGE = "9" * 25
NOT_OFFERED = "not one of the available choices"


@pytest.fixture
def send(communications):
    """Save a page as a draft, with some fields of its form changed."""

    def send(page, **changes):
        address = reverse("wagtailadmin_pages:edit", args=[page.pk])
        return communications.post(address, {**form_at(communications, address), **changes})

    return send


def test_what_no_browser_posts_is_refused(site, send):
    page = builders.statistic()
    for name in ("figures-0-superseded_by", "figures-0-sources", "topics"):
        for forged in ("²", HUGE, f"-{HUGE}"):
            refused = send(page, **{name: forged})
            assert refused.status_code == 200, (name, forged)
            assert mistakes(refused), (name, forged)
    assert NOT_OFFERED in mistakes(send(builders.resource(), about=HUGE))


def test_no_statistic_has_more_than_fifty_figures(site, send):
    refused = send(builders.statistic(), **{"figures-TOTAL_FORMS": "100000"})
    assert "at most 50" in mistakes(refused)
    assert b"figures-60-kind" not in refused.content


def test_a_refused_successor_is_not_shown(site, send):
    draft = builders.statistic("Draft", [builders.figure(value=37)], slug="draft")
    draft.unpublish()
    refused = send(builders.statistic(), **{"figures-0-superseded_by": str(draft.figures.get().pk)})
    assert NOT_OFFERED in mistakes(refused)
    assert "37% more" not in text_of(refused)


def test_many_figures_are_asked_for_as_few_rows_as_one(site, communications):
    report = builders.source()
    opened = []
    for number in (1, 20):
        figures = [builders.figure(value=value) for value in range(1, number + 1)]
        page = builders.statistic(f"{number} figures", figures, slug=f"figures-{number}")
        for figure in page.figures.all():
            figure.sources = [report]
            figure.save()
        with CaptureQueriesContext(connection) as queries:
            shown = communications.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
        assert len(soup(shown).select("[name$=-sources][checked]")) == number
        opened.append(len(queries))
    assert opened[1] <= opened[0]
