"""The resources that an address outside the library asks for: a feed, a file."""

from django.http import Http404
from django.utils.translation import gettext as _
from wagtail.models import Locale

from core.querysets import ShownQuerySet
from resources.library.listing import Listing, listing_of
from resources.models import ResourceIndexPage


def listing_asked_for(request) -> Listing:
    """Return what the query asks of the library, in the language of the address.

    Raises Http404 where there is no library, or no such choice.
    """
    pages = ShownQuerySet(ResourceIndexPage).shown().filter(locale=Locale.get_active())
    library = pages.first()
    listing = library and listing_of(request.GET, library)
    if not listing or listing.asked.unknown:
        raise Http404(_("There is no such list of resources."))
    return listing
