"""A figure by itself: its number, sentence, chart and table, and all that can be had of it."""

from functools import wraps

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from resources.models import Figure


def of_figure(view):
    """Give a view the figure whose id is in the address, in the language of the address.

    What readers may not see is not found. A figure that is only in another language is where that
    language is, so the reader is sent to its page there.
    """

    @require_safe
    @wraps(view)
    def answer(request, key, **others):
        figures = Figure.objects.shown().filter(translation_key=key)
        found = figures.in_language_read().first()
        if found:
            return view(request, found, **others)
        elsewhere = figures.first()
        if not elsewhere:
            raise Http404(_("There is no such figure."))
        return redirect(elsewhere.address)

    return answer


@of_figure
def figure(request, figure):
    """The page of one figure."""
    return render(request, "resources/figure.html", {"figure": figure, "page": figure.page})
