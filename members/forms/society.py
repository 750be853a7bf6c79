"""What staff type when a society joins or leaves."""

from datetime import timedelta
from functools import partial

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.forms.models import fields_for_model
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from core.mail_validators import validate_header
from members.forms.invitation import refuse_closed_account
from members.models import Invitation, Membership, MemberSocietyPage

DETAILS = ["title", "short_name", "acronym", "kind", "parent_body", "website"]
PERIOD = ["level", "start", "source"]
FIELD_CLASSES = {"website": partial(forms.URLField, assume_scheme="https")}
A_YEAR = timedelta(days=366)


class ServiceForm(forms.Form):
    """A form whose answers go to a service that may still refuse them."""

    def add_errors(self, error: ValidationError) -> None:
        """Put each message beside the field it is about, or above the form."""
        messages = error.error_dict if hasattr(error, "error_dict") else {NON_FIELD_ERRORS: error}
        for name, errors in messages.items():
            self.add_error(name if name in self.fields else None, errors)


class SocietyForm(ServiceForm):
    """A society that joins: its page, its first period, and its first editor's address."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields |= fields_for_model(MemberSocietyPage, DETAILS, field_classes=FIELD_CLASSES)
        self.fields |= fields_for_model(Membership, PERIOD, widgets={"start": AdminDateInput})
        self.fields |= fields_for_model(Invitation, ["email"])
        self.describe_fields()

    def describe_fields(self) -> None:
        title, email = self.fields["title"], self.fields["email"]
        title.label = _("Official name")
        title.help_text = _("As it stands in the sentence that names all members.")
        title.validators.append(validate_header)  # it is in the subject of the mail
        email.label = _("E-mail address of the first editor")
        email.help_text = _("They get an invitation by mail. More can be invited later.")

    def clean_title(self):
        """The address of the page is made of the name."""
        title = self.cleaned_data["title"]
        if not slugify(title, allow_unicode=True):
            raise ValidationError(_("Please write the name in letters."))
        return title

    def clean_email(self):
        return refuse_closed_account(self.cleaned_data["email"])

    def part(self, names: list[str]) -> dict:
        """Return the answers to some fields."""
        return {name: self.cleaned_data[name] for name in names}


class LeavingForm(ServiceForm):
    """When a society leaves, and where that is written."""

    last_day = forms.DateField(label=_("Last day as a member"), widget=AdminDateInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields |= fields_for_model(Membership, ["source"])

    def clean_last_day(self):
        """A day more than a year ahead is a slip of the pen."""
        day = self.cleaned_data["last_day"]
        if day > timezone.localdate() + A_YEAR:
            raise ValidationError(_("This day is more than a year ahead."))
        return day
