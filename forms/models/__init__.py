from forms.models.contact import ContactMessage, ContactPage
from forms.models.funnel_count import FunnelCount
from forms.models.outgoing_mail import OutgoingMail
from forms.models.pledge import Pledge, PledgeWording
from forms.models.pledge_export import PledgeExport
from forms.models.pledge_page import PledgePage
from forms.models.suppressed_address import SuppressedAddress
from forms.models.tally import Tally

__all__ = [
    "ContactMessage",
    "ContactPage",
    "FunnelCount",
    "OutgoingMail",
    "Pledge",
    "PledgeExport",
    "PledgePage",
    "PledgeWording",
    "SuppressedAddress",
    "Tally",
]
