"""Readers who suggest a resource, or report a problem with one."""

from forms.models import ReportPage, SuggestionPage
from resources.models import ResourcePage
from tests import builders


def suggestion(**changes):
    """What a visitor's browser posts to suggest a resource."""
    said = {"title": "A toolkit", "address": "https://toolkit.example/equity", "why": "It helps."}
    return builders.answers(SuggestionPage.objects.get(), **{**said, **changes})


def report(**changes):
    """What a visitor's browser posts to report a problem."""
    said = {"problem": "broken", "message": "It leads nowhere."}
    return builders.answers(ReportPage.objects.get(), **{**said, **changes})


def form_about(resource) -> str:
    """The address of the form about a resource."""
    return f"/report-a-problem/{resource.pk}/"


def contributed(client):
    """Let somebody send one of each."""
    client.post("/suggest/", suggestion())
    client.post(form_about(ResourcePage.objects.live().first()), report())
