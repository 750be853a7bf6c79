"""Long lists, page by page."""

from django.core.paginator import InvalidPage, Page, Paginator
from django.http import Http404
from django.utils.translation import gettext as _


def page_of(request, rows, size: int) -> Page:
    """Return the page of `rows` that `?page=` asks for; raises Http404 where there is none."""
    try:
        return Paginator(rows, size).page(request.GET.get("page", "1"))
    except InvalidPage as error:
        raise Http404(_("There is no such page of results.")) from error
