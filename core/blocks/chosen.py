"""Blocks that quote pages of the other apps, which they name by string only."""

from django.apps import apps
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.models import Locale

CHOSEN_HELP = _("Readers see those that are published, in this order.")


class ChosenPagesBlock(blocks.ListBlock):
    """Some pages of one type, those that readers may see, in the editor's order."""

    def __init__(self, page_type, item_label, **kwargs):
        self.page_type = page_type
        item = blocks.PageChooserBlock(page_type=page_type, label=item_label)
        super().__init__(item, **kwargs)

    def get_preview_value(self):
        """The first pages that readers may see."""
        return self.normalize(list(apps.get_model(self.page_type).objects.shown()[:2]))

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context=parent_context)
        context["pages"] = shown_in_order(value)
        return context


def shown_in_order(chosen):
    """Return the chosen pages that readers may see, with what their templates need."""
    pages = [page for page in chosen if page]
    if not pages:
        return []
    shown = type(pages[0]).objects.shown().in_bulk([page.pk for page in pages])
    return [shown[page.pk] for page in pages if page.pk in shown]


class StatisticsBlock(ChosenPagesBlock):
    """Statistics chosen by the editor."""

    def __init__(self, **kwargs):
        super().__init__("resources.StatisticPage", item_label=_("Statistic"), **kwargs)

    class Meta:
        icon = "order"
        label = _("Statistics")
        description = _("Figures quoted from their own pages")
        help_text = CHOSEN_HELP
        template = "blocks/statistics.html"


class ResourcesBlock(ChosenPagesBlock):
    """Resources chosen by the editor."""

    def __init__(self, **kwargs):
        super().__init__("resources.ResourcePage", item_label=_("Resource"), **kwargs)

    class Meta:
        icon = "folder-open-inverse"
        label = _("Resources")
        description = _("Resources from the library")
        help_text = CHOSEN_HELP
        template = "blocks/resources.html"


class MembersBlock(blocks.StaticBlock):
    """The wall of all member societies."""

    def get_preview_value(self):
        """Nothing is chosen here; but a block without this is not previewed."""

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context=parent_context)
        societies = apps.get_model("members.MemberSocietyPage").objects.shown().members_on()
        context["members"] = societies.in_language(Locale.get_active().pk)
        return context

    class Meta:
        icon = "group"
        label = _("Members")
        description = _("The wall of all member societies")
        admin_text = _("All member societies, in their order.")
        template = "blocks/members.html"
