"""Filtering by what an endpoint declares, and by nothing else."""

from rest_framework.filters import BaseFilterBackend
from wagtail.api.v2.utils import BadRequestError


class DeclaredFilters(BaseFilterBackend):
    """Narrows by the endpoint's `filterset_class`; raises BadRequestError for a value it refuses.

    Wagtail's own filter takes every column, and breaks on dates and on numbers that are too large.
    """

    def filter_queryset(self, request, queryset, view):
        if not view.filterset_class:
            return queryset
        filters = view.filterset_class(request.GET, queryset)
        if not filters.is_valid():
            said = (f"{name}: {' '.join(errors)}" for name, errors in filters.errors.items())
            raise BadRequestError("; ".join(said))
        return filters.qs
