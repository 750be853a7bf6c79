from django.http import JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language

from core.form_rendering import SiteFormRenderer
from core.read_only import read_only
from core.responses import let_any_cache_keep
from search import asked
from search.answer import answer
from search.best_bets import best_bets
from search.forms import LONGEST_QUESTION, SearchForm
from search.promoted import promoted
from search.suggestions import suggestions

SUGGESTIONS_SECONDS = 300


@read_only
def search(request):
    """Answer `?q=` with the public pages in the language of the address, of one type or all.

    A question that cannot be asked is 422, a page of results that there is not is 404.
    """
    is_asked = bool(request.GET.get("q", "").strip())
    form = SearchForm(request.GET if is_asked else None, renderer=SiteFormRenderer())
    context = {"form": form}
    if form.is_valid():
        context |= answered(request, form.cleaned_data["q"], form.cleaned_data["type"])
    return render(request, "search/search.html", context, status=422 if form.errors else 200)


def answered(request, text: str, kind: str) -> dict:
    """Return what the page shows for a question, and count it if nothing was found."""
    language = get_language()
    found = answer(request, text, kind, language)
    first = found.results.number == 1
    context = {"words": text, "answer": found, "results": found.results}
    if first and not kind and found.found.question.words:
        context |= {"promoted": promoted(text, language), "best_bets": best_bets(text)}
        if not (found.total or context["best_bets"]):
            asked.count(text, language)
    return context


@read_only
def suggest(request):
    """Answer `?q=` with titles that begin like it, as JSON that a browser may keep a while.

    A shared cache keeps it as it does a page, so that it offers no title that was hidden since.
    """
    text = request.GET.get("q", "").replace("\x00", "")[:LONGEST_QUESTION]
    response = JsonResponse({"suggestions": suggestions(text, get_language())})
    let_any_cache_keep(response, max_age=SUGGESTIONS_SECONDS)
    return response
