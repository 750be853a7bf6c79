"""How often each action was ticked."""

from collections import Counter

from django.db.models import Count, Q

from forms.models.wording import Wording


def count_actions(pledges) -> dict[str, int]:
    """Return how many of the pledges ticked each action, by its newest words, most first.

    Two queries, however many pledges there are.
    """
    keys = {}
    seen = Wording.objects.filter(pk__in=pledges.order_by().values("wording"))
    for said in seen.order_by("pk").values("actions"):
        keys |= {action["key"]: action["text"] for action in said["actions"]}
    # By number, since words can be no names of columns.
    ticks = {f"n{n}": Count("pk", filter=Q(ticked__contains=key)) for n, key in enumerate(keys)}
    counts = pledges.order_by().aggregate(**ticks) if ticks else {}
    told = Counter()  # an action that was removed and added again has two keys
    for n, text in enumerate(keys.values()):
        told[text] += counts[f"n{n}"]
    return dict(told.most_common())
