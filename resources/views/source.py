"""The page of a source: every figure that rests on it."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from core.paging import page_of
from core.read_only import read_only
from resources.models import Figure, Source
from resources.models.statistic import STATISTICS_ON_A_PAGE


@read_only
def source(request, pk):
    """What is known about a source, and the published figures that rest on it."""
    found = get_object_or_404(Source, pk=pk)
    resting = Figure.objects.shown().in_language_read().filter(sources=found)
    figures = page_of(request, resting.order_by("page__path", "sort_order"), STATISTICS_ON_A_PAGE)
    if not figures.paginator.count:
        raise Http404(_("No published figure rests on this source."))
    return render(request, "resources/source.html", {"source": found, "figures": figures})
