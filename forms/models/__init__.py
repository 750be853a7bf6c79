from forms.models.contact import ContactPage, ContactQuestion
from forms.models.custom_form import CustomFormPage, CustomFormQuestion
from forms.models.funnel_count import FunnelCount
from forms.models.message import Message
from forms.models.outgoing_mail import OutgoingMail
from forms.models.pledge import Pledge
from forms.models.pledge_export import PledgeExport
from forms.models.pledge_page import PledgePage
from forms.models.pledge_parts import EarlierCount, PledgeAction, PledgeQuestion
from forms.models.problem_report import Problem, ProblemReport
from forms.models.report_page import ReportPage, ReportQuestion
from forms.models.suggestion import Suggestion
from forms.models.suggestion_page import SuggestionPage, SuggestionQuestion
from forms.models.suppressed_address import SuppressedAddress
from forms.models.tally import Tally
from forms.models.wording import Wording

__all__ = [
    "ContactPage",
    "ContactQuestion",
    "CustomFormPage",
    "CustomFormQuestion",
    "EarlierCount",
    "FunnelCount",
    "Message",
    "OutgoingMail",
    "Pledge",
    "PledgeAction",
    "PledgeExport",
    "PledgePage",
    "PledgeQuestion",
    "Problem",
    "ProblemReport",
    "ReportPage",
    "ReportQuestion",
    "Suggestion",
    "SuggestionPage",
    "SuggestionQuestion",
    "SuppressedAddress",
    "Tally",
    "Wording",
]
