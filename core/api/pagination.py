"""Lists in parts of at most WAGTAILAPI_LIMIT_MAX, each naming the address of the next."""

from rest_framework.response import Response
from wagtail.api.utils import get_full_url
from wagtail.api.v2.pagination import WagtailPagination
from wagtail.api.v2.utils import BadRequestError

LAST_OFFSET = 100_000  # far beyond any collection here; a database overflows at some number


class BoundedPagination(WagtailPagination):
    """Wagtail's `limit` and `offset`, with an end."""

    def paginate_queryset(self, queryset, request, view=None):
        found = super().paginate_queryset(queryset, request, view)
        self.stop = int(request.GET.get("offset", 0)) + int(request.GET.get("limit", 20))
        if self.stop > LAST_OFFSET:
            raise BadRequestError(f"offset and limit together cannot be higher than {LAST_OFFSET}")
        return found

    def get_paginated_response(self, data):
        meta = {"total_count": self.total_count, "next": self.next_address()}
        return Response({"meta": meta, "items": data})

    def next_address(self) -> str | None:
        """Return where the list goes on; None at its end."""
        request = self.view.request
        if self.stop >= self.total_count or request.GET.get("limit") == "0":
            return None
        query = request.GET.copy()
        query["offset"] = str(self.stop)
        return get_full_url(request, f"{request.path}?{query.urlencode()}")
