"""A staff table that answers only the questions its filters offer."""

import re

from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import FieldError, ValidationError
from django.http import Http404
from wagtail_modeladmin.views import IndexView

# What the list itself uses: page, search, order. Not "export": no table is exported by a link.
OWN_PARAMETERS = {"p", "q", "o", "e"}
LOOKUPS = r"(__(exact|isnull|gte|lt|lte|id__exact|page_ptr__exact))?"


class DeclaredFilters(IndexView):
    """Refuses (404) every parameter that is not one of `list_filter`.

    wagtail_modeladmin 2.5 filters by whatever the address names, through any relation, so that
    columns which a table does not show could be guessed letter by letter.
    """

    def dispatch(self, request, *args, **kwargs):
        if not all(self.is_declared(name) for name in request.GET):
            raise Http404
        if "%00" in request.GET.urlencode():  # a NUL byte: PostgreSQL cannot look for it
            raise Http404
        try:
            return super().dispatch(request, *args, **kwargs)
        except (FieldError, IncorrectLookupParameters, ValidationError, ValueError) as error:
            raise Http404 from error

    def is_declared(self, name: str) -> bool:
        if name in OWN_PARAMETERS:
            return True
        filters = map(parameter_of, self.model_admin.list_filter)
        return any(re.fullmatch(re.escape(one) + LOOKUPS, name) for one in filters)


def parameter_of(declared) -> str:
    """Return what a filter is called in the address.

    It is declared as a field's name, as a pair of that and a class, or as a class of its own.
    """
    if isinstance(declared, str):
        return declared
    return declared[0] if isinstance(declared, tuple) else declared.parameter_name
