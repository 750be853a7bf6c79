"""Which rows a list shows, in words."""

from django.utils.translation import gettext as _


def filters_in_words(view) -> str:
    """Return the filters that are chosen in a list ("status: confirmed; …").

    That somebody searched is said, and not for what: it is mostly a name.
    """
    used = [spec for spec in view.filter_specs if spec.used_parameters]
    chosen = [f"{spec.title}: {chosen_in(spec, view)}" for spec in used]
    return "; ".join([*chosen, *([_("a search")] if view.query else [])])


def chosen_in(spec, view) -> str:
    """Return the words of the link that was chosen; an address typed by hand may fit none."""
    links = list(spec.choices(view))[1:]  # the first is for all
    return ", ".join(str(link["display"]) for link in links if link["selected"]) or _("other")
