from wagtail.admin.panels import HelpPanel

from forms.merge import LABELS


class MergeFieldsPanel(HelpPanel):
    """Tells an editor which merge fields the mail of this page may have."""

    def __init__(self, template="forms/admin/merge_fields.html", **kwargs):
        super().__init__(template=template, **kwargs)

    class BoundPanel(HelpPanel.BoundPanel):
        @property
        def fields(self) -> list[tuple[str, str]]:
            return [(f"{{{name}}}", LABELS[name]) for name in self.instance.merge_fields]
