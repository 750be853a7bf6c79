from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.contrib.forms.models import AbstractFormField
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from forms.questions import CHOICE_TYPES, choices_of

TYPES = [
    ("singleline", _("One line of text")),
    ("multiline", _("Several lines of text")),
    ("number", _("Number")),
    ("date", _("Date")),
    ("checkbox", _("Box to tick")),
    ("checkboxes", _("Several boxes to tick")),
    ("radio", _("One of a few, all in sight")),
    ("dropdown", _("One of a list")),
]


class Question(TranslatableMixin, AbstractFormField):
    """A question that staff add to a form. Abstract.

    Its name is made from its translation key: the same in every language and every draft, whatever
    its label becomes, and another one on a copied page. So answers stay with their question, and
    a new question with an old label never meets old answers.
    """

    field_type = models.CharField(
        _("type of answer"),
        max_length=16,
        choices=TYPES,
        help_text=_("What people can answer with."),
    )
    label = models.CharField(
        _("question"), max_length=255, help_text=_("Its words stand beside the field.")
    )
    required = models.BooleanField(
        _("must be answered"),
        default=False,
        help_text=_("Ask for no more than you need: each question loses some people."),
    )
    choices = models.TextField(
        _("choices"), blank=True, help_text=_("One in each line, for types that offer a choice.")
    )
    help_text = models.CharField(
        _("help"), max_length=255, blank=True, help_text=_("A line below the question, or nothing.")
    )

    # No text to translate.
    override_translatable_fields = [SynchronizedField("clean_name", overridable=False)]

    panels = [
        FieldPanel("label"),
        FieldRowPanel([FieldPanel("field_type", required_on_save=True), FieldPanel("required")]),
        FieldPanel("choices"),
        FieldPanel("help_text"),
    ]

    class Meta(TranslatableMixin.Meta, AbstractFormField.Meta):
        abstract = True
        verbose_name = _("question")
        verbose_name_plural = _("questions")

    def __str__(self):
        return self.label

    def get_field_clean_name(self):
        return f"q_{self.translation_key.hex}"

    def clean(self):
        """Raise ValidationError where there is nothing to choose from."""
        super().clean()
        if self.field_type in CHOICE_TYPES and len(choices_of(self)) < 2:
            raise ValidationError({"choices": _("Write at least two choices, one in each line.")})
