"""The pages that point to a term."""

from django.apps import apps
from django.db.models import Q
from wagtail.models import Page


def what_points_to(term):
    """Return the statistics and resources that point to a term, published or not."""
    figures = apps.get_model("resources.Figure").objects.about(term)
    statistics = Q(pk__in=figures.values("page")) | Q(pk__in=term.statistics.values("pk"))
    resources = Q(pk__in=term.resources.values("pk")) | Q(pk__in=term.resources_for.values("pk"))
    return Page.objects.filter(statistics | resources)
