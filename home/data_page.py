"""What of the site can be had as data, and how."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from home import api


@require_safe
def data(request):
    """A page for those who want to use it."""
    context = {"files": files(), "collections": collections(), "api": api_address()}
    return render(request, "home/data.html", context)


def api_address() -> str:
    return reverse("api_index")


def files() -> list[dict]:
    """Return the files of whole collections."""
    named = [
        (_("Figures"), reverse("figures_data", args=["csv"])),
        (_("Societies"), reverse("societies_csv")),
        (_("Resources"), reverse("resources_csv")),
    ]
    return [{"name": name, "address": path} for name, path in named]


def collections() -> list[dict]:
    """Return what each list of the API holds and by what it can be narrowed."""
    return [
        {
            "name": name,
            "address": reverse(f"api:{name}:listing"),
            "about": endpoint.about,
            "filters": endpoint.filters(),
            "columns": endpoint.columns,
        }
        for name, endpoint in api.ENDPOINTS.items()
    ]
