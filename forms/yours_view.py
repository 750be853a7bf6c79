"""A signer's own page: what is held about them, and what they can do about it. POST acts."""

from django.db import transaction
from django.http import JsonResponse
from django.utils import timezone

from core.responses import SeeOther
from forms import pledge_keys, pledge_mails, pledge_states, sent
from forms.details_form import DetailsForm
from forms.held_data import held_about
from forms.outbox import unsubscribing
from forms.site_form import AddressForm


def yours(page, request):
    """Show the pledge of `?key=`; without a key, offer to mail a link to its owner."""
    asked = request.POST if request.method == "POST" else request.GET
    if "key" not in asked:
        return ask_for_link(page, request)
    try:
        pledge = pledge_keys.find(page, pledge_keys.YOURS, asked["key"])
    except pledge_keys.LinkClosedError:
        return page.render(request, template="forms/link_closed.html", status=410)
    if request.method == "POST":
        return act(page, request, pledge)
    return show(page, request, pledge, DetailsForm(pledge=pledge))


def show(page, request, pledge, form, status=200):
    key = (request.POST if request.method == "POST" else request.GET)["key"]
    context = {
        "pledge": pledge,
        "key": key,
        "form": form,
        "held": held_about(pledge),
        "is_changed": "changed" in request.GET,
    }
    template = "forms/yours.html"
    return page.render(request, template=template, context_overrides=context, status=status)


def act(page, request, pledge):
    """Do what the pressed button says; a button that there is not only shows the page."""
    wanted = request.POST.get("act", "")
    return ACTS.get(wanted, back)(page, request, pledge)


def back(page, request, pledge, more=""):
    # The key that came, not a new one: a link must end when its mail says so.
    address = page.get_url(request) + page.reverse_subpage("yours")
    return SeeOther(f"{address}?key={request.POST['key']}{more}")


def correct(page, request, pledge):
    form = DetailsForm(request.POST, pledge=pledge)
    if not form.is_valid():
        return show(page, request, pledge, form, status=422)
    pledge_states.correct(pledge, form.said())
    if form.agrees_anew and pledge.status == pledge.Status.CONFIRMED:
        unsubscribing.subscribe_again(pledge.email, agreed=timezone.now())
    return back(page, request, pledge, "&changed")


def download(page, request, pledge):
    response = JsonResponse(held_about(pledge), json_dumps_params={"indent": 2})
    response["Content-Disposition"] = 'attachment; filename="commitment.json"'
    return response


def withdraw(page, request, pledge):
    pledge_states.withdraw(pledge)
    return back(page, request, pledge)


@transaction.atomic
def erase(page, request, pledge):
    """Erase the pledge, and what was sent with other forms, which only its owner may ask for."""
    pledge_states.erase(pledge)
    sent.erase_sent_from(pledge.email)
    return SeeOther(page.get_url(request) + page.reverse_subpage("erased"))


ACTS = {"correct": correct, "download": download, "withdraw": withdraw, "erase": erase}


def ask_for_link(page, request):
    """Mail a link to the owner of an address; the answer is the same for everybody."""
    form = AddressForm(request.POST if request.method == "POST" else None, page=page)
    if form.is_valid():
        pledge_mails.send_link(page, form.cleaned_data["email"])
        return SeeOther(page.get_url(request) + page.reverse_subpage("link_sent"))
    return page.render(
        request,
        template="forms/ask_for_link.html",
        context_overrides={"form": form},
        status=422 if form.is_bound else 200,
    )
