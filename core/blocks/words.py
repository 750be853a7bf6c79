"""Blocks made of words: text, heading, quotation, call to action."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.rich_text import RichText

from core.blocks.expansion import expanded
from core.quoted_in_translation import restored, segments_of
from core.rich_text import PARAGRAPHS_AND_FILES, paragraphs_of


class TextBlock(blocks.RichTextBlock):
    """Paragraphs and lists."""

    def __init__(self, **kwargs):
        super().__init__(features=PARAGRAPHS_AND_FILES, **kwargs)

    def get_preview_value(self):
        words = gettext("Everyone deserves care that does not depend on where they live.")
        return self.normalize(f"<p>{words}</p>")

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context=parent_context)
        return {**context, "html": expanded(value)}

    def get_searchable_content(self, value):
        return paragraphs_of(value.source)

    def get_translatable_segments(self, value):
        """Offer its words to translators (wagtail-localize)."""
        return segments_of(value.source)

    def restore_translated_segments(self, value, segments):
        """Return the text with its words translated (wagtail-localize)."""
        return RichText(restored(segments))

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("Paragraphs, lists and links")
        template = "blocks/text.html"


class HeadingBlock(blocks.StructBlock):
    """A heading between the parts of a page."""

    text = blocks.CharBlock(
        label=_("Text"), max_length=200, help_text=_("A few words on what follows.")
    )
    level = blocks.ChoiceBlock(
        label=_("Level"),
        choices=[("2", _("Part of the page")), ("3", _("Part of a part"))],
        default="2",
        help_text=_("Screen readers jump from heading to heading, so do not skip a level."),
    )

    def get_preview_value(self):
        return self.normalize({"text": gettext("What we do"), "level": "2"})

    class Meta:
        icon = "title"
        label = _("Heading")
        description = _("A heading between the parts of a page")
        template = "blocks/heading.html"


class QuotationBlock(blocks.StructBlock):
    """Somebody's words."""

    words = blocks.TextBlock(label=_("Words"), help_text=_("Without quotation marks."))
    speaker = blocks.CharBlock(
        label=_("Who said it"),
        required=False,
        max_length=200,
        help_text=_("Name and office, as they should stand under the words."),
    )
    address = blocks.URLBlock(
        label=_("Where it can be read"),
        required=False,
        help_text=_("The address of the page it is taken from. The name becomes a link to it."),
    )

    def get_preview_value(self):
        words, speaker = gettext("We act together."), gettext("A coalition member")
        return self.normalize({"words": words, "speaker": speaker})

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        description = _("Somebody's words, with their name")
        template = "blocks/quotation.html"


class CallToActionBlock(blocks.StructBlock):
    """One thing to do, with a button."""

    text = blocks.TextBlock(
        label=_("Text"), required=False, help_text=_("A sentence above the button, or nothing.")
    )
    label = blocks.CharBlock(
        label=_("Words on the button"), max_length=60, help_text=_("Say what pressing it does.")
    )
    page = blocks.PageChooserBlock(
        label=_("Page"),
        required=False,
        help_text=_("Where the button leads: a page of this site, or an address, one of the two."),
    )
    address = blocks.URLBlock(
        label=_("Address"), required=False, help_text=_("Only where it leads to another site.")
    )

    def clean(self, value):
        """A button leads to one place; in a draft it need not be known yet."""
        value = super().clean(value)
        places = bool(value["page"]) + bool(value["address"])
        if places == 2 or not (places or self.is_deferred_validation):
            problem = ValidationError(_("Choose a page or give an address, one of the two."))
            raise blocks.StructBlockValidationError(block_errors={"page": problem})
        return value

    def get_preview_value(self):
        text, label = gettext("Join us."), gettext("Get in touch")
        return self.normalize({"text": text, "label": label, "address": "https://example.org/"})

    class Meta:
        icon = "link"
        label = _("Call to action")
        description = _("One thing to do, with a button")
        template = "blocks/call_to_action.html"
