"""All societies as a file."""

from wagtail.models import Locale

from core.csv_file import of_columns
from core.data_response import csv_response
from core.read_only import read_only
from members.columns import COLUMNS, with_history
from members.models import MemberSocietyPage


@read_only
def societies_csv(request):
    """The societies that readers may see, in the language of the address, in their order."""
    societies = MemberSocietyPage.objects.shown().in_language(Locale.get_active().pk)
    rows = with_history(societies.select_related("locale"))
    return csv_response(of_columns(COLUMNS, rows), "societies")
