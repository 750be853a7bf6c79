"""The form in which staff keep a publisher."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from resources.library.indexing import index_resources_of


class PublisherForm(WagtailAdminModelForm):
    """A member society is named on its page; here its acronym and website can be changed."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.society_key:
            self.fields["name"].disabled = True
            self.fields["name"].help_text = _(
                "The name of a member society is changed on its page."
            )

    def save(self, commit=True):
        """Let resources be found by the new name."""
        publisher = super().save(commit=commit)
        if commit:
            index_resources_of(publisher)
        return publisher
