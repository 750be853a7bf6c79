"""The mail of a form page with sample data, for its editor to look at or to send to themselves."""

import uuid

from csp.constants import UNSAFE_INLINE
from csp.decorators import csp_update
from django.db import transaction
from django.http import HttpResponse
from django.utils.translation import override

from forms.mails import put

# Mail programs take styles in the markup only, so the preview has to allow them.
MAIL_STYLES = {"style-src": [UNSAFE_INLINE]}


@csp_update(MAIL_STYLES)
def preview(page) -> HttpResponse:
    """Answer with the mail as it would be read."""
    with override(page.locale.language_code):
        return HttpResponse(page.sample_mail().html)


@transaction.atomic
def send_to(page, address: str) -> None:
    """Write one such mail to an editor of the page into the outbox."""
    with override(page.locale.language_code):
        mail = page.sample_mail()
    put(mail, key=f"sample:{uuid.uuid4()}", purpose="sample", recipient=address)
