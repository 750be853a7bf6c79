"""What makes a pledge suspect. It is kept, flagged and not mailed; the visitor sees no difference.

Everything is counted for every post, whatever comes of it, so that the time it takes tells nothing.
"""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from forms import limits
from forms.models.pledge import Pledge
from forms.networks import network_of

PER_ADDRESS_A_DAY = 5


def is_suspect(request, page, email: str, trap: str) -> bool:
    """Tell whether a post looks like a robot's. `trap` is what stood in its hidden field."""
    signs = [trap, too_often_for(page, email), too_many_from(network_of(request)), too_many()]
    return any(signs)


def too_often_for(page, email: str) -> bool:
    return limits.count("pledge to", f"{page.pk}:{email}") > PER_ADDRESS_A_DAY


def too_many_from(network: str) -> bool:
    """Count one more of this network; a whole hospital may be one, so the limit is not small."""
    if not network:
        return False
    return limits.count("pledge from", network, limits.HOUR) > settings.PLEDGES_PER_NETWORK


def too_many() -> bool:
    """Tell whether more was signed in this hour than ever happens by itself."""
    an_hour_ago = timezone.now() - timedelta(hours=1)
    return Pledge.objects.filter(created_at__gte=an_hour_ago).count() >= settings.PLEDGES_PER_HOUR
