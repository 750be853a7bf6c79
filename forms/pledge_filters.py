"""The filters of the table of pledges. Long ones are folded, until one of their links is chosen."""

from django.apps import apps
from django.contrib.admin import SimpleListFilter
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _
from localflavor.us.us_states import STATE_CHOICES
from wagtail.models import Locale

from forms.models.pledge import Pledge

NONE = "none"


class FoldedFilter(SimpleListFilter):
    template = "forms/admin/folded_filter.html"


class SocietyFilter(FoldedFilter):
    """Societies that somebody chose, each once, in whichever language it was chosen."""

    title = _("society")
    parameter_name = "society"

    def lookups(self, request, model_admin):
        pages = apps.get_model("members.MemberSocietyPage").objects.order_by("title")
        chosen = pages.filter(Exists(Pledge.objects.filter(society=OuterRef("pk"))))
        titles = dict(chosen.values_list("translation_key", "title"))
        ours = pages.filter(translation_key__in=titles, locale=Locale.get_default())
        titles |= dict(ours.values_list("translation_key", "title"))
        by_title = sorted(titles.items(), key=lambda society: society[1].lower())
        return [(NONE, _("None of these")), *((str(key), title) for key, title in by_title)]

    def queryset(self, request, queryset):
        if self.value() == NONE:
            return queryset.filter(society=None)
        return queryset.filter(society__translation_key=self.value()) if self.value() else queryset


class StateFilter(FoldedFilter):
    """The states by name, in the order of the language in force."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        states = sorted(STATE_CHOICES, key=lambda state: str(state[1]))
        return [(NONE, _("Not in the list")), *states]

    def queryset(self, request, queryset):
        if not self.value():
            return queryset
        return queryset.filter(state="" if self.value() == NONE else self.value())
