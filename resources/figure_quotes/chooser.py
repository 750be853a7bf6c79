"""The window in which editors choose the figure that they quote."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import reduce
from operator import or_

from django import forms
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.modal_workflow import render_modal_workflow
from wagtail.models import Locale

from resources.figure_quotes.parts import texts_of
from resources.models import Figure

FIGURES_ON_A_PAGE = 10
TEXTS = ["page__title", "page__statement"] + [
    f"{term}__{names}__name"
    for term in ("group", "comparison_group", "outcome")
    for names in ("wordings", "former_names")
]


@dataclass(frozen=True)
class Choice:
    """A figure, and the texts of it that can be inserted by the names of the parts."""

    figure: Figure

    @property
    def texts(self) -> dict[str, str]:
        return texts_of(self.figure)


class FigureSearch(forms.Form):
    q = forms.CharField(
        label=_("Search"),
        required=False,
        max_length=200,
        help_text=_("Words of the statement, the group or the outcome, or the number."),
    )


def choose_figure(request):
    """List the figures that readers may see, ten at a time; `?q=` searches, `?p=` turns the page.

    Drafts are never in it, so whoever may edit anything may choose from it.
    """
    form = FigureSearch(request.GET)
    figures = with_words(form.cleaned_data["q"]) if form.is_valid() else Figure.objects.none()
    page = Paginator(figures, FIGURES_ON_A_PAGE).get_page(request.GET.get("p"))
    choices = [Choice(figure) for figure in page.object_list]
    context = {"form": form, "page": page, "choices": choices, "words": request.GET.get("q", "")}
    template = "resources/admin/figure_chooser.html"
    return render_modal_workflow(request, template, None, context, json_data={"step": "choose"})


def with_words(words: str) -> QuerySet[Figure]:
    """Return the figures, each once, about which all the words can be read."""
    figures = once_each(Figure.objects.shown())
    for word in words.split():
        found = Figure.objects.filter(with_word(word) | with_number(word)).order_by()
        figures = figures.filter(pk__in=found.values("pk"))
    return figures.order_by("page__title", "page_id", "sort_order", "pk")


def with_word(word: str) -> Q:
    """Match a word of the statement or of whatever its terms are or were called."""
    return reduce(or_, (Q(**{f"{text}__icontains": word}) for text in TEXTS))


def with_number(word: str) -> Q:
    """Match a number as it is typed: 42, 42%, 1,200."""
    try:
        amount = Decimal(word.rstrip("%×").replace(",", ""))
    except InvalidOperation:
        return Q(pk=None)
    if not amount.is_finite() or abs(amount) >= 10**10:
        return Q(pk=None)
    return Q(value=amount) | Q(comparison_value=amount)


def once_each(figures: QuerySet[Figure]) -> QuerySet[Figure]:
    """Leave out the translations of figures that are in the language in force."""
    locale = Locale.get_active()
    here = figures.filter(locale=locale).order_by().values("translation_key")
    return figures.filter(Q(locale=locale) | ~Q(translation_key__in=here))
