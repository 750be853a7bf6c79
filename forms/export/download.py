"""The file that an officer gets, once it is recorded that they get it."""

from django.http import StreamingHttpResponse
from django.utils import timezone

from forms.export import csv_file, xlsx_file
from forms.export.ranges import ranges_of
from forms.export.rows import blocks_of, numbers_of
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


def download(pledges, format: Format, filters: str, user) -> StreamingHttpResponse:
    """Record an export of a queryset, then return it as a response that is written as it is read.

    `filters` says in words which rows these are; `user` is who gets them.
    """
    numbers = numbers_of(pledges)
    PledgeExport.objects.create(
        user=user,
        format=format,
        filters=filters,
        row_count=len(numbers),
        row_numbers=ranges_of(numbers),
    )
    parts, content_type = FORMATS[format]
    response = StreamingHttpResponse(parts(blocks_of(numbers)), content_type=content_type)
    name = f"pledges-{timezone.localdate()}.{format}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
