"""Statistics with their figures. What is for staff, such as the internal note, is in no column."""

import json

from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, FilterSet

from core.api.viewsets import PageCollectionAPIViewSet
from core.columns import PAGE, PUBLICATION, Column
from core.json_values import plain
from resources.models import StatisticPage
from resources.models.statistic import FIGURES
from resources.reuse.rows import row


def figures(page) -> list[dict]:
    """Return the figures as they stand in figures.json."""
    return json.loads(json.dumps([row(figure) for figure in page.figures.all()], default=plain))


COLUMNS = {
    **PAGE,
    "statement": Column(_("The statement as it was published."), lambda page: page.statement),
    "caveat": Column(_("What to know about the statement."), lambda page: page.caveat),
    "stated_by": Column(
        _("Who published the statement, where that is not its source."),
        lambda page: page.stated_by,
    ),
    "topics": Column(
        _("What it is about."), lambda page: [topic.name for topic in page.topics.all()]
    ),
    "figures": Column(_("Its figures, each as in figures.json."), figures),
    "review_on": Column(_("From when a review is due."), lambda page: page.review_on),
    **PUBLICATION,
}


class StatisticFilters(FilterSet):
    topic = CharFilter(
        label=_("Topic, by its part of the address"), field_name="topics__slug", distinct=True
    )


class StatisticsAPIViewSet(PageCollectionAPIViewSet):
    about = _("Statements about disparities, each with its figures and their sources.")
    model = StatisticPage
    columns = COLUMNS
    filterset_class = StatisticFilters

    def get_queryset(self):
        parts = [*FIGURES, "figures__superseded_by", "topics"]
        return super().get_queryset().prefetch_related(*parts)
