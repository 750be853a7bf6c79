"""A figure by itself: its number, sentence, chart and table, and all that can be had of it."""

from functools import wraps

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import override

from core.read_only import read_only
from resources.models import Figure
from resources.views.history import gone, history_of


def of_figure(view):
    """Give a view the figure whose id is in the address, in the language of the address.

    What readers may not see is not found; what is published no longer is gone. A figure that is
    only in another language is where that language is, so the reader is sent there.
    """

    @read_only
    @wraps(view)
    def answer(request, key, **others):
        figures = Figure.objects.shown().filter(translation_key=key)
        found = figures.in_language_read().first()
        if found:
            return view(request, found, **others)
        elsewhere = figures.first()
        if elsewhere:
            return redirect(address_in_its_language(request, elsewhere))
        return gone(request, key)

    return answer


def address_in_its_language(request, figure) -> str:
    """Return the address that was asked for, in the language of the figure."""
    asked = request.resolver_match
    with override(figure.page.locale.language_code):
        return reverse(asked.view_name, args=asked.args, kwargs=asked.kwargs)


@of_figure
def figure(request, figure):
    """The page of one figure."""
    context = {"figure": figure, "page": figure.page, "history": history_of(figure)}
    return render(request, "resources/figure.html", context)
