from django import forms
from django.utils.translation import gettext_lazy as _

from forms.site_form import SiteForm


class ContactForm(SiteForm):
    """What a visitor writes to the coalition."""

    message = forms.CharField(
        label=_("Message"), max_length=5000, widget=forms.Textarea(attrs={"rows": 6})
    )
