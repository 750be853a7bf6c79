"""Figures as files: one or all of them, as CSV or JSON, and what their columns mean."""

from django.http import HttpResponse
from django.shortcuts import render

from core.data_response import csv_response, open_to_all_sites
from core.models import CoalitionSettings
from core.read_only import read_only
from resources.models import Figure
from resources.reuse import citations
from resources.reuse.csv_rows import csv_of, csv_of_dictionary
from resources.reuse.json_rows import json_of
from resources.reuse.rows import DICTIONARY, rows
from resources.views.figure import of_figure

JSON = "application/json; charset=utf-8"
RECORDS = {
    "bib": (citations.bibtex, "application/x-bibtex; charset=utf-8"),
    "ris": (citations.ris, "application/x-research-info-systems; charset=utf-8"),
}


@of_figure
def figure_data(request, figure, form):
    """One figure as `form`: csv or json."""
    return file_of(request, [figure], form, f"figure-{figure.translation_key}")


@read_only
def all_data(request, form):
    """All figures that readers may see, in the language of the address."""
    figures = Figure.objects.shown().in_language_read().select_related("superseded_by")
    figures = figures.prefetch_related("page__topics").order_by("page__path", "sort_order")
    return file_of(request, figures, form, "figures")


def file_of(request, figures, form: str, name: str):
    """Return figures as a file that pages of any site may read."""
    if form == "csv":
        return csv_response(csv_of(rows(figures)), name)
    licence = CoalitionSettings.for_request(request).data_licence_known
    response = HttpResponse(json_of(rows(figures), licence), content_type=JSON)
    return open_to_all_sites(response)


@read_only
def dictionary(request):
    """What the columns of the files mean, to read."""
    return render(request, "resources/dictionary.html", {"dictionary": DICTIONARY})


@read_only
def dictionary_csv(request):
    """The same as a file."""
    return csv_response(csv_of_dictionary(), "figures-dictionary")


@of_figure
def cite(request, figure, form):
    """A figure's citation for programs that keep references: bib or ris."""
    write, content_type = RECORDS[form]
    coalition = CoalitionSettings.for_request(request).name
    response = HttpResponse(write(citations.citation(figure, coalition)), content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{figure.translation_key}.{form}"'
    return response
