"""Addresses of figures. They hold the figure's id and nothing that could be renamed."""

from django.urls import path

from resources.views.card import card
from resources.views.embed import embed
from resources.views.figure import figure

urlpatterns = [
    path("<uuid:key>/", figure, name="figure"),
    path("<uuid:key>/embed/", embed, name="figure_embed"),
    path("<uuid:key>/card.png", card, name="figure_card"),
]
