"""Addresses of figures and of what they are about. A figure's holds nothing to be renamed."""

from django.urls import path, re_path

from core.read_only import read_only
from resources.views.card import card
from resources.views.data import all_data, cite, dictionary, dictionary_csv, figure_data
from resources.views.embed import embed
from resources.views.feed import ResourceFeed
from resources.views.figure import figure
from resources.views.history import figure_version
from resources.views.resources_file import resources_csv
from resources.views.source import source
from resources.views.term import term, terms

KEY = "(?P<key>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"
KINDS_OF_TERMS = "(?P<part>populations|outcomes|topics|audiences)"

urlpatterns = [
    path("figures/<uuid:key>/", figure, name="figure"),
    re_path(rf"^figures/{KEY}\.(?P<form>csv|json)$", figure_data, name="figure_data"),
    re_path(rf"^figures/{KEY}\.(?P<form>bib|ris)$", cite, name="figure_citation"),
    re_path(r"^figures\.(?P<form>csv|json)$", all_data, name="figures_data"),
    path("figures/dictionary/", dictionary, name="figures_dictionary"),
    path("figures/dictionary.csv", dictionary_csv, name="figures_dictionary_csv"),
    path("figures/<uuid:key>/embed/", embed, name="figure_embed"),
    path("figures/<uuid:key>/card.png", card, name="figure_card"),
    path("figures/<uuid:key>/versions/<int:number>/", figure_version, name="figure_version"),
    path("resources.atom", read_only(ResourceFeed()), name="resources_feed"),
    path("resources.csv", resources_csv, name="resources_csv"),
    path("sources/<int:pk>/", source, name="source"),
    re_path(rf"^{KINDS_OF_TERMS}/$", terms, name="terms"),
    re_path(rf"^{KINDS_OF_TERMS}/(?P<slug>[-\w]+)/$", term, name="term"),
]
