"""Choosing a figure in the admin: among those that readers can see, so that no draft is shown."""

from django import forms
from django.apps import apps
from django.conf import settings
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import chooser
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.widgets import BaseChooser


def choosable(language: str = ""):
    """Return the figures that can be chosen, all or those in one language."""
    figures = apps.get_model("resources.Figure").objects.shown()
    return figures.filter(locale__language_code=language) if language else figures


def offer(field, language: str, chosen) -> None:
    """Let a form's field take the figures of a language, and what it holds already."""
    model = field.queryset.model
    offered = Q(pk__in=choosable(language).order_by().values("pk")) | Q(pk=chosen)
    field.queryset = model.objects.filter(offered)
    field.widget.language = language
    field.widget.offered = field.queryset


class FigureChooserWidget(BaseChooser):
    """Opens the chooser at the figures of `language`, and shows one of those `offered`."""

    language = ""
    offered = None

    def get_chooser_modal_url(self):
        return f"{super().get_chooser_modal_url()}?language={self.language}"

    def get_instance(self, value):
        """Return the figure of a key. What was posted may be none, or a draft's: then None."""
        if value is None or self.offered is None:
            return None
        try:
            return self.offered.filter(pk=value).first()
        except (TypeError, ValueError, OverflowError):
            return None

    def get_display_title(self, instance):
        return f"{instance.in_words}: {instance}"


class FigureFilters(BaseFilterForm):
    """Search, by what readers read about a figure, and its language."""

    q = forms.CharField(
        label=_("Search term"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"placeholder": _("Search")}),
    )
    language = forms.ChoiceField(
        choices=[("", _("All")), *settings.LANGUAGES], required=False, widget=forms.HiddenInput
    )

    def filter(self, figures):
        if language := self.cleaned_data["language"]:
            figures = figures.filter(locale__language_code=language)
        self.search_query = self.cleaned_data["q"]
        self.is_searching = bool(self.search_query)
        return figures.filter(pk__in=about(self.search_query)) if self.is_searching else figures


def about(words: str):
    """Return the keys of the figures in whose title, outcome or groups the words stand."""
    names = ("outcome__wordings__name", "group__wordings__name", "comparison_group__wordings__name")
    found = Q()
    for name in ("page__title", *names):
        found |= Q(**{f"{name}__icontains": words})
    return apps.get_model("resources.Figure").objects.filter(found).order_by().values("pk")


class ChooseMixin:
    """The list: title, number and outcome."""

    filter_form_class = FigureFilters
    ordering = ["page__path", "sort_order", "pk"]

    def get_object_list(self):
        return choosable()

    @property
    def columns(self):
        title, *_language = super().columns
        title.accessor = "page.title"
        number = Column("in_words", label=_("Number"))
        return [title, number, Column("outcome", label=_("Outcome"), accessor=str)]


class ChooseFigure(ChooseMixin, chooser.ChooseView):
    """The chooser."""


class FigureResults(ChooseMixin, chooser.ChooseResultsView):
    """What is found in it."""


class ChosenMixin:
    """What was chosen, if readers can see it."""

    response_data_title_key = "title"

    def get_object(self, pk):
        figure = apps.get_model("resources.Figure")
        try:
            return choosable().get(pk=pk)
        except (ValueError, OverflowError) as error:
            raise figure.DoesNotExist from error

    def get_display_title(self, instance):
        return FigureChooserWidget.get_display_title(None, instance)


class ChosenFigure(ChosenMixin, chooser.ChosenView):
    """One figure."""


class ChosenFigures(ChosenMixin, chooser.ChosenMultipleView):
    """Several."""

    def get_objects(self, pks):
        return choosable().filter(pk__in=[pk for pk in pks if pk.isdecimal() and len(pk) < 19])


viewset = ChooserViewSet(
    "resources_figure_chooser",
    model="resources.Figure",
    icon="order",
    choose_one_text=_("Choose a figure"),
    choose_another_text=_("Choose another figure"),
    choose_view_class=ChooseFigure,
    choose_results_view_class=FigureResults,
    chosen_view_class=ChosenFigure,
    chosen_multiple_view_class=ChosenFigures,
    base_widget_class=FigureChooserWidget,
)
