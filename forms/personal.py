"""The routes of a page whose address or answer is about one person."""

from functools import wraps

from core.personal import keep_private


def personal(view):
    """Let no cache keep what a page's route answers, and no other site learn its address."""

    @wraps(view)
    def answer(page, request, *args, **kwargs):
        return keep_private(view(page, request, *args, **kwargs))

    return answer
