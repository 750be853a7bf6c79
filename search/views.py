import re

from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.models import Locale, Page

from core.form_rendering import SiteFormRenderer
from core.paging import page_of
from search.forms import SearchForm

RESULTS_ON_A_PAGE = 10
# Neither index holds them, and SQLite's takes some for the syntax of a query.
MARKS = re.compile(r"[^\w\s]|_")


@require_safe
def search(request):
    """Answer `?q=` with the public pages in the language of the address, ten at a time."""
    asked = bool(request.GET.get("q", "").strip())
    form = SearchForm(request.GET if asked else None, renderer=SiteFormRenderer())
    words = form.cleaned_data["q"] if form.is_valid() else ""
    context = {
        "form": form,
        "words": words,
        "results": results(request, words) if words else None,
    }
    return render(request, "search/search.html", context, status=422 if form.errors else 200)


def results(request, words: str):
    """Return one page of results; Http404 for a page there is not."""
    page = page_of(request, matches(MARKS.sub(" ", words)), RESULTS_ON_A_PAGE)
    page.object_list = specific_in_order(page.object_list)
    return page


def matches(words: str):
    """Return the public pages in the language of the address that hold all the words."""
    pages = Page.objects.live().public().filter(locale=Locale.get_active())
    return pages.search(words) if words.strip() else pages.none()


def specific_in_order(found) -> list[Page]:
    """Fetch each found page as its own type, in one query a type, keeping the order."""
    ids = [page.pk for page in found]
    pages = {page.pk: page for page in Page.objects.filter(pk__in=ids).specific()}
    return [pages[pk] for pk in ids if pk in pages]
