"""A figure as a small page for a frame on any other site."""

from csp.decorators import csp_replace
from django.shortcuts import render
from django.views.decorators.clickjacking import xframe_options_exempt
from wagtail.models import Site

from resources.views.figure import of_figure


@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})
@of_figure
def embed(request, figure):
    """The figure's number, sentence, chart and source, with a link to all of it."""
    site = Site.find_for_request(request)
    context = {
        "figure": figure,
        "figure_address": (site.root_url if site else "") + figure.address,
    }
    return render(request, "resources/figure_embed.html", context)
