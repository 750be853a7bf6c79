"""The coalition's colors in the admin."""

from django.templatetags.static import static
from django.utils.html import format_html


def theme_stylesheet() -> str:
    """Return the link to the stylesheet that sets Wagtail's own color properties."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin/theme.css"))
