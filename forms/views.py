"""The page that the link for unsubscribing leads to."""

from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from forms.outbox import unsubscribing


@never_cache
@csrf_exempt  # mail programs post without a cookie (RFC 8058, section 3.2); the key is the proof
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request):
    """Ask whether to unsubscribe the address of `?key=`; do it by POST, without a redirect."""
    response = answer(request, request.GET.get("key", ""))
    response["Referrer-Policy"] = "no-referrer"  # the key is in the address
    return response


def answer(request, key: str):
    try:
        address_hash = unsubscribing.read(key)
    except unsubscribing.WrongKeyError:
        return render(request, "outbox/unsubscribe_wrong_link.html", status=410)
    if request.method != "POST":
        return render(request, "outbox/unsubscribe.html", {"key": key})
    unsubscribing.unsubscribe(address_hash)
    return render(request, "outbox/unsubscribed.html")
