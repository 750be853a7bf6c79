"""How the site's own forms are drawn."""

from django.forms.renderers import TemplatesSetting


class SiteFormRenderer(TemplatesSetting):
    """Draws each field with the site's own component."""

    field_template_name = "components/field.html"
