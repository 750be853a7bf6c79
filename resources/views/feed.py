"""What is new in the library, for feed readers: all of it, or what a reader chose."""

from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import gettext as _

from core.models import CoalitionSettings
from resources.library.asked import listing_asked_for
from resources.library.listing import Listing
from resources.library.sorting import in_order

ENTRIES = 50


class ResourceFeed(Feed):
    """The last resources that were added, as Atom (RFC 4287); the query is that of the library."""

    feed_type = Atom1Feed

    def get_object(self, request) -> Listing:
        return listing_asked_for(request)

    def title(self, listing):
        return _("New resources: %(choice)s") % {"choice": listing.title or listing.library.title}

    def link(self, listing):
        return listing.library.full_url + listing.choices.query()

    def author_name(self, listing):
        return CoalitionSettings.for_site(listing.library.get_site()).name

    def feed_url(self, listing):
        return reverse("resources_feed") + listing.feed_query

    def items(self, listing):
        return in_order(listing.shown, "added")[:ENTRIES]

    def item_title(self, resource):
        return resource.title

    def item_description(self, resource):
        return escape(resource.summary)  # the feed says that it is HTML

    def item_link(self, resource):
        return resource.full_url

    def item_author_name(self, resource):
        return resource.publisher_name or None

    def item_pubdate(self, resource):
        return resource.first_published_at

    def item_updateddate(self, resource):
        return resource.last_published_at
