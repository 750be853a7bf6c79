from wagtail import blocks

from core.blocks.chosen import MembersBlock, ResourcesBlock, StatisticsBlock
from core.blocks.data import TableBlock
from core.blocks.media import DocumentBlock, EmbedBlock, FigureBlock
from core.blocks.words import CallToActionBlock, HeadingBlock, QuotationBlock, TextBlock


class BodyBlock(blocks.StreamBlock):
    """What editors build the body of a page from."""

    text = TextBlock()
    heading = HeadingBlock()
    image = FigureBlock()
    quotation = QuotationBlock()
    call_to_action = CallToActionBlock()
    table = TableBlock()
    document = DocumentBlock()
    embed = EmbedBlock()
    statistics = StatisticsBlock()
    resources = ResourcesBlock()
    members = MembersBlock()
