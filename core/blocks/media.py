"""Blocks that show a file: image, document, video."""

import re
from types import SimpleNamespace

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
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

    image = ImageBlock(
        label=_("Image"),
        help_text=_(
            "The alt text tells those who cannot see the picture what it shows. It is filled in "
            "from the picture's title; replace that where it is only the name of a file."
        ),
    )
    caption = blocks.CharBlock(
        label=_("Caption"),
        required=False,
        max_length=300,
        help_text=_("A sentence under the picture, for everybody."),
    )
    credit = blocks.CharBlock(
        label=_("Credit"),
        required=False,
        max_length=200,
        help_text=_("Who made the picture. It stands below the caption."),
    )

    class Meta:
        icon = "image"
        label = _("Image")
        description = _("A picture with alternative text, or marked as decoration")
        template = "blocks/image.html"
        # A drawing of ours: a picture from the library need not be for every editor's eyes.
        preview_template = "blocks/image_preview.html"


class DocumentBlock(blocks.StructBlock):
    """A file to download, with its kind and size."""

    document = DocumentChooserBlock(
        label=_("Document"), help_text=_("Readers see its kind and size beside the link.")
    )
    label = blocks.CharBlock(
        label=_("Label"),
        required=False,
        max_length=200,
        help_text=_("Leave it empty to use the document's title."),
    )

    def get_preview_value(self):
        """A made-up file: one from the library need not be for every editor's eyes."""
        sample = {"title": gettext("Annual report"), "url": "#", "file_extension": "pdf"}
        return {"document": SimpleNamespace(**sample, file_size=300 * 1024), "label": ""}

    class Meta:
        icon = "doc-full"
        label = _("Document")
        description = _("A file to download")
        template = "blocks/document.html"


class EmbedBlock(blocks.StructBlock):
    """A video that loads only when the reader opens it."""

    title = blocks.CharBlock(
        label=_("Title"),
        max_length=200,
        help_text=_("What the video shows. Readers see it before they play the video."),
    )
    address = blocks.URLBlock(
        label=_("Address"), help_text=_("The page of the video on YouTube or Vimeo.")
    )

    def clean(self, value):
        """Only videos with a known player can be shown; a draft may have none yet."""
        value = super().clean(value)
        if value["address"] and not player_address(value["address"]):
            problem = ValidationError(_("This is not the address of a YouTube or Vimeo video."))
            raise blocks.StructBlockValidationError(block_errors={"address": problem})
        return value

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context=parent_context)
        context["player"] = player_address(value.get("address") or "")
        return context

    def get_preview_value(self):
        return self.normalize({"title": gettext("A film"), "address": "https://vimeo.com/76979871"})

    class Meta:
        icon = "media"
        label = _("Video")
        description = _("A video that loads only when the reader opens it")
        template = "blocks/embed.html"
