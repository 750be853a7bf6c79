"""Blocks made of words: text, heading, quotation, call to action."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

TEXT_FEATURES = ["bold", "italic", "link", "document-link", "ol", "ul"]


class TextBlock(blocks.RichTextBlock):
    """Paragraphs and lists."""

    def __init__(self, **kwargs):
        super().__init__(features=TEXT_FEATURES, **kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("Paragraphs, lists and links")
        template = "blocks/text.html"
        preview_value = "<p>Everyone deserves care that does not depend on where they live.</p>"


class HeadingBlock(blocks.StructBlock):
    """A heading between the parts of a page."""

    text = blocks.CharBlock(label=_("Text"), max_length=200)
    level = blocks.ChoiceBlock(
        label=_("Level"),
        choices=[("2", _("Part of the page")), ("3", _("Part of a part"))],
        default="2",
        help_text=_("Screen readers jump from heading to heading, so do not skip a level."),
    )

    class Meta:
        icon = "title"
        label = _("Heading")
        description = _("A heading between the parts of a page")
        template = "blocks/heading.html"
        preview_value = {"text": "What we do", "level": "2"}


class QuotationBlock(blocks.StructBlock):
    """Somebody's words."""

    words = blocks.TextBlock(label=_("Words"), help_text=_("Without quotation marks."))
    speaker = blocks.CharBlock(label=_("Who said it"), required=False, max_length=200)
    address = blocks.URLBlock(label=_("Where it can be read"), required=False)

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        description = _("Somebody's words, with their name")
        template = "blocks/quotation.html"
        preview_value = {"words": "We act together.", "speaker": "A coalition member"}


class CallToActionBlock(blocks.StructBlock):
    """One thing to do, with a button."""

    text = blocks.TextBlock(label=_("Text"), required=False)
    label = blocks.CharBlock(label=_("Words on the button"), max_length=60)
    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    address = blocks.URLBlock(
        label=_("Address"), required=False, help_text=_("Only where it leads to another site.")
    )

    def clean(self, value):
        """A button leads to one place."""
        value = super().clean(value)
        if bool(value["page"]) == bool(value["address"]):
            problem = ValidationError(_("Choose a page or give an address, one of the two."))
            raise blocks.StructBlockValidationError(block_errors={"page": problem})
        return value

    class Meta:
        icon = "link"
        label = _("Call to action")
        description = _("One thing to do, with a button")
        template = "blocks/call_to_action.html"
        preview_value = {
            "text": "Join us.",
            "label": "Get in touch",
            "address": "https://example.org/",
        }
