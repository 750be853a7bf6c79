"""The societies in the API."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_filters import BooleanFilter, ChoiceFilter, FilterSet
from wagtail.models import Locale

from core.api.viewsets import PageCollectionAPIViewSet
from members.columns import COLUMNS, with_history
from members.models import Level, MemberSocietyPage, SocietyKind


class SocietyFilters(FilterSet):
    kind = ChoiceFilter(label=_("Kind of society"), choices=SocietyKind.choices)
    level = ChoiceFilter(label=_("Level today"), choices=Level.choices)
    member = BooleanFilter(label=_("true: members of today"), method="members_today")

    def members_today(self, societies, name, value):
        members = MemberSocietyPage.objects.members_on().values("pk")
        return societies.filter(pk__in=members) if value else societies.exclude(pk__in=members)


class SocietiesAPIViewSet(PageCollectionAPIViewSet):
    """Those without a page in the language of the list stand in it as they were first written."""

    about = _("Societies that are, were or will be members of the coalition.")
    model = MemberSocietyPage
    columns = COLUMNS
    filterset_class = SocietyFilters

    def get_queryset(self):
        shown = MemberSocietyPage.objects.shown().select_related("locale").order_by("pk")
        if not self.is_list:
            return shown
        return shown.in_language(Locale.get_active().pk).with_level(timezone.localdate())

    def paginate_queryset(self, queryset):
        return with_history(super().paginate_queryset(queryset))
