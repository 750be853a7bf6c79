"""The page that confirms a pledge, by the link in the mail or by the code. GET changes nothing."""

from http import HTTPStatus

from django.http import HttpResponse

from core.responses import SeeOther
from forms import pledge_keys, pledge_states
from forms.confirm_form import WRONG, CodeForm
from forms.confirming import find_by_code

NOT_ME = "not-me"
OPENED = "opened"  # posted by static/js/opened.js, not by a button


def confirm(page, request):
    """Answer for the key in the request; without one, for an address and a code."""
    asked = request.POST if request.method == "POST" else request.GET
    return by_key(page, request, asked["key"]) if "key" in asked else by_code(page, request)


def by_key(page, request, key):
    """Show the pledge of a key; confirm or remove it by POST. 410 where the link is closed."""
    try:
        pledge = pledge_keys.find(page, pledge_keys.CONFIRM, key)
    except pledge_keys.LinkClosedError:
        return page.render(request, template="forms/link_closed.html", status=410)
    if request.method == "POST":
        return act(page, request, pledge)
    context = {"pledge": pledge, "key": key, "status": pledge.status}
    context |= {"not_me": NOT_ME, "opened": OPENED}
    return page.render(request, template="forms/confirm.html", context_overrides=context)


def act(page, request, pledge):
    if request.POST.get("act") == OPENED:
        pledge_states.note_opened(pledge)
        return HttpResponse(status=HTTPStatus.NO_CONTENT)
    if request.POST.get("act") == NOT_ME:
        pledge_states.remove(pledge)
        return SeeOther(page.get_url(request) + page.reverse_subpage("erased"))
    # The key that came, not a new one: a link must end when its mail says so.
    return confirm_and_say_so(page, request, pledge, request.POST["key"])


def confirm_and_say_so(page, request, pledge, key):
    pledge_states.confirm(pledge)
    return SeeOther(f"{page.get_url(request)}{page.reverse_subpage('confirm')}?key={key}")


def by_code(page, request):
    """Show the form for a code; confirm what a right one is for."""
    form = CodeForm(request.POST if request.method == "POST" else None, page=page)
    if form.is_valid():
        pledge = find_by_code(page, form.cleaned_data["email"], form.cleaned_data["code"])
        if pledge:
            key = pledge_keys.key_of(pledge, pledge_keys.CONFIRM)
            return confirm_and_say_so(page, request, pledge, key)
        form.add_error(None, WRONG)
    return page.render(
        request,
        template="forms/confirm_by_code.html",
        context_overrides={"form": form},
        status=422 if form.is_bound else 200,
    )
