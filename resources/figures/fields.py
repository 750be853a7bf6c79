"""Fields for published numbers."""

from django.db import models


class FigureField(models.DecimalField):
    """A published number: up to ten digits before the point and four behind it, or none at all.

    In a form it reads as somebody would type it, 42 and not 42.0000.
    """

    def __init__(self, *args, **kwargs):
        kwargs = {"max_digits": 14, "decimal_places": 4, "null": True, "blank": True} | kwargs
        super().__init__(*args, **kwargs)

    def value_from_object(self, obj):
        value = super().value_from_object(obj)
        return None if value is None else format(value.normalize(), "f")
