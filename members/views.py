"""The page that the link in an invitation leads to."""

from django.contrib import messages
from django.contrib.auth import login
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from core.personal import keep_private
from core.responses import SeeOther
from members import invitations
from members.forms.account import NewAccountForm


@sensitive_post_parameters()
@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request):
    """Show the invitation of `?key=`; accept it by POST. 410 where it can't be accepted."""
    asked = request.POST if request.method == "POST" else request.GET
    try:
        response = answer(request, invitations.find_open(asked.get("key", "")))
    except invitations.InvitationClosedError:
        response = render(request, "members/invitation_closed.html", status=410)
    return keep_private(response)


def answer(request, invited):
    """Let an address that has an account join, and anybody else make one."""
    has_account = invitations.account_of(invited) is not None
    if request.method != "POST":
        form = None if has_account else NewAccountForm(email=invited.email)
        return show(request, invited, form)
    return join(request, invited) if has_account else sign_up(request, invited)


def show(request, invited, form, status=200):
    context = {"invitation": invited, "key": invitations.key_of(invited), "form": form}
    return render(request, "members/invitation.html", context, status=status)


def join(request, invited):
    """Add an account to the editors. Its owner logs in as ever: a link is no password."""
    invitations.accept(invited)
    society = invited.section.society.title
    messages.success(request, _("You can now edit the page of %(name)s.") % {"name": society})
    return SeeOther(reverse("wagtailadmin_home"))


def sign_up(request, invited):
    """Make an account and log its owner in; give a bad form back with its errors."""
    form = NewAccountForm(request.POST, email=invited.email)
    if not form.is_valid():
        return show(request, invited, form, status=422)
    try:
        user = invitations.accept_as_new(invited, form.details)
    except invitations.AccountExistsError:
        return show(request, invited, form=None, status=409)
    login(request, user)
    return SeeOther(reverse("wagtailadmin_home"))
