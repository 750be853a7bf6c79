"""What makes a post suspect. It is kept, flagged and not mailed; the visitor sees no difference.

Everything is counted for every post, whatever comes of it, so that the time it takes tells nothing.
"""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from forms import limits, minimum_time
from forms.networks import network_of

PER_ADDRESS_A_DAY = 5
PER_THING_A_DAY = 5


def is_suspect(request, page, typed: dict) -> bool:
    """Tell whether a post to `page` looks like a robot's. `typed` is what stood in the form."""
    signs = [
        typed["trap"],
        minimum_time.too_fast(page, typed["since"]),
        too_often_for(page, typed["email"]),
        too_many_from(network_of(request)),
        too_many(page.submission_class),
    ]
    return any(signs)


def too_often_for(page, email: str) -> bool:
    if not email:  # where nobody has to give one
        return False
    return limits.count("form to", f"{page.pk}:{email}") > PER_ADDRESS_A_DAY


def too_often_about(page, thing) -> bool:
    """Count one more about a thing; its keeper is not to be flooded with what was said before."""
    return limits.count("form about", f"{page.pk}:{thing.pk}") > PER_THING_A_DAY


def too_many_from(network: str) -> bool:
    """Count one more of this network; a whole hospital may be one, so the limit is not small."""
    if not network:
        return False
    return limits.count("form from", network, limits.HOUR) > settings.FORMS_PER_NETWORK


def too_many(submissions) -> bool:
    """Tell whether more was sent in this hour than ever happens by itself."""
    an_hour_ago = timezone.now() - timedelta(hours=1)
    sent = submissions.objects.filter(created_at__gte=an_hour_ago)
    # Up to the limit: on the day of a flood the count itself must not be work.
    return sent[: settings.FORMS_PER_HOUR].count() >= settings.FORMS_PER_HOUR
