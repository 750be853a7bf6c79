"""Makes "figure" a feature of rich text (hook register_rich_text_features)."""

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature

from resources.figure_quotes.contentstate import ENTITY, RULE
from resources.figure_quotes.handler import FigureEmbedHandler

BUTTON = {
    "type": ENTITY,
    "icon": "order",
    "description": _("Figure: a number that follows corrections"),
    "chooserUrls": {"figureChooser": reverse_lazy("resources_choose_figure")},
}


def register_figure_feature(features) -> None:
    features.register_embed_type(FigureEmbedHandler)
    features.register_editor_plugin(
        "draftail", "figure", EntityFeature(BUTTON, js=["js/admin/quoted_figure.js"])
    )
    features.register_converter_rule("contentstate", "figure", RULE)
