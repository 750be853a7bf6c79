"""Files of data, which pages of any site may read."""

from collections.abc import Iterable

from django.http import HttpResponse

CSV = "text/csv; charset=utf-8"


def csv_response(parts: Iterable[bytes], name: str) -> HttpResponse:
    """Return a CSV file of this name to be saved."""
    response = HttpResponse(b"".join(parts), content_type=CSV)
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return open_to_all_sites(response)


def open_to_all_sites(response) -> HttpResponse:
    """Let scripts of other sites read a response and its ETag (Fetch standard, CORS)."""
    response["Access-Control-Allow-Origin"] = "*"
    response["Access-Control-Expose-Headers"] = "ETag"
    return response
