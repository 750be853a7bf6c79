"""Blocks that show a file: image, document, video."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock

# The only two players the Content-Security-Policy lets in (config/settings/base.py).
PLAYERS = [
    (
        re.compile(r"^https://(?:www\.)?(?:youtube\.com/watch\?v=|youtu\.be/)([\w-]{11})"),
        "https://www.youtube-nocookie.com/embed/{}",
    ),
    (re.compile(r"^https://(?:www\.)?vimeo\.com/(\d+)"), "https://player.vimeo.com/video/{}"),
]


def player_address(address: str) -> str | None:
    """Return the address of the player for a video's page, None where there is no player."""
    for pattern, player in PLAYERS:
        if match := pattern.match(address):
            return player.format(match[1])
    return None


class FigureBlock(blocks.StructBlock):
    """A picture with what it shows, or marked as decoration."""

    image = ImageBlock(label=_("Image"))
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=300)
    credit = blocks.CharBlock(label=_("Credit"), required=False, max_length=200)

    class Meta:
        icon = "image"
        label = _("Image")
        description = _("A picture with alternative text, or marked as decoration")
        template = "blocks/image.html"


class DocumentBlock(blocks.StructBlock):
    """A file to download, with its kind and size."""

    document = DocumentChooserBlock(label=_("Document"))
    label = blocks.CharBlock(
        label=_("Label"),
        required=False,
        max_length=200,
        help_text=_("Leave it empty to use the document's title."),
    )

    class Meta:
        icon = "doc-full"
        label = _("Document")
        description = _("A file to download")
        template = "blocks/document.html"


class EmbedBlock(blocks.StructBlock):
    """A video that loads only when the reader opens it."""

    title = blocks.CharBlock(label=_("Title"), max_length=200)
    address = blocks.URLBlock(
        label=_("Address"), help_text=_("The page of the video on YouTube or Vimeo.")
    )

    def clean(self, value):
        """Only videos with a known player can be shown."""
        value = super().clean(value)
        if not player_address(value["address"]):
            problem = ValidationError(_("This is not the address of a YouTube or Vimeo video."))
            raise blocks.StructBlockValidationError(block_errors={"address": problem})
        return value

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context=parent_context)
        context["player"] = player_address(value.get("address") or "")
        return context

    class Meta:
        icon = "media"
        label = _("Video")
        description = _("A video that loads only when the reader opens it")
        template = "blocks/embed.html"
        preview_value = {"title": "A film", "address": "https://vimeo.com/76979871"}
