"""Addresses of figures. They hold the figure's id and nothing that could be renamed."""

from django.urls import path

from resources.views.figure import figure
from resources.views.history import figure_version

urlpatterns = [
    path("<uuid:key>/", figure, name="figure"),
    path("<uuid:key>/versions/<int:number>/", figure_version, name="figure_version"),
]
