"""The resources of the library as a file: all of them, or what a reader chose."""

from core.csv_file import ROWS_OF_A_BLOCK, of_columns
from core.data_response import csv_response
from core.read_only import read_only
from resources.library.asked import listing_asked_for
from resources.library.columns import COLUMNS, PARTS


@read_only
def resources_csv(request):
    """A table; the query is that of the library."""
    shown = listing_asked_for(request).shown.select_related("locale").prefetch_related(*PARTS)
    # Read in parts, so that memory holds only what is written.
    rows = shown.iterator(chunk_size=ROWS_OF_A_BLOCK)
    return csv_response(of_columns(COLUMNS, rows), "resources")
