from wagtail import blocks

from core.blocks.chosen import MembersBlock, ResourcesBlock, StatisticsBlock
from core.blocks.data import TableBlock
from core.blocks.expansion import expand_together
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

    def render(self, value, context=None):
        """Look up the links and quotes of all texts together, so that many cost as few queries."""
        expand_together([child.value for child in value if child.block_type == "text"])
        return super().render(value, context)
