"""What staff type to keep the membership history."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from core.form_fields import PageField
from members.models import MemberSocietyPage


class MembershipForm(WagtailAdminModelForm):
    """A period of a society, which is chosen by name, whatever language its page is in."""

    society = PageField(
        label=_("Society"),
        queryset=MemberSocietyPage.objects.order_by("title", "pk"),
        widget=forms.Select(attrs={"class": "w-w-full"}),  # long names, and narrow phones
    )
