"""What of the site can be had as data, and how."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from core.read_only import read_only
from home import api


@read_only
def data(request):
    """A page for those who want to use it."""
    context = {
        "files": files(),
        "parameters": parameters(),
        "collections": collections(),
        "api": reverse("api_index"),
    }
    return render(request, "home/data.html", context)


def files() -> list[tuple[str, str]]:
    """Return the files of whole collections by their names."""
    return [
        (_("Figures (CSV)"), reverse("figures_data", args=["csv"])),
        (_("Figures (JSON)"), reverse("figures_data", args=["json"])),
        (_("Societies (CSV)"), reverse("societies_csv")),
        (_("Resources (CSV)"), reverse("resources_csv")),
        (_("New resources (Atom)"), reverse("resources_feed")),
    ]


def parameters() -> list[tuple[str, str]]:
    """Return what each list understands, and what it means."""
    return [
        (
            "limit, offset",
            _(
                "How many at a time, 20 unless asked otherwise, 100 at most; and after how many "
                "to begin. Each answer names the address of the next part."
            ),
        ),
        ("locale", _("The language, en or es; en unless asked otherwise.")),
        (
            "fields",
            _("Only some columns: an underscore and then their names, for example _,title,page."),
        ),
    ]


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
