"""Addresses of figures. They hold the figure's id and nothing that could be renamed."""

from django.urls import path

from resources.views.figure import figure

urlpatterns = [
    path("<uuid:key>/", figure, name="figure"),
]
