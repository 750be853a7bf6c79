"""The file that somebody gets, written as it is read."""

from django.http import StreamingHttpResponse
from django.utils import timezone

from core import csv_file
from forms.export import xlsx_file
from forms.export.rows import blocks_of
from forms.models.pledge_export import PledgeExport

Format = PledgeExport.Format
# How each is written, and what it is called in HTTP.
FORMATS = {
    Format.CSV: (csv_file.parts, "text/csv; charset=utf-8"),
    Format.XLSX: (
        xlsx_file.parts,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
}


def download(model, numbers, format: Format) -> StreamingHttpResponse:
    """Return the rows of a model with these numbers as a file, in the order of the numbers."""
    parts, content_type = FORMATS[format]
    blocks = blocks_of(model, numbers)
    response = StreamingHttpResponse(parts(blocks), content_type=content_type)
    name = f"{model._meta.model_name}s-{timezone.localdate()}.{format}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
