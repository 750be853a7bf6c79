"""One address for each page type and state that a reader can meet."""

from home.loader.pages import seed_key
from resources.models import Figure

FIGURE = seed_key(Figure, "breast-cancer-black-women:1")
PAGES = {
    "home": "/",
    "members": "/members/",
    "members on a day": "/members/?on=2021-08-02",
    "members chosen": "/members/?on=2021-08-02&kind=specialty&letter=S",
    "no such members": "/members/?level=former&kind=board",
    "nonsense about members": "/members/?on=0000-00-00&kind=nonsense&level=x&letter=zz",
    "society": "/members/american-college-of-radiology/",
    "statistics": "/statistics/",
    "statistic with two figures": "/statistics/colorectal-cancer-black-men/",
    "statistic without a number": "/statistics/colorectal-cancer-us-latinos/",
    "populations": "/populations/",
    "population": "/populations/black-women/",
    "topic": "/topics/cancer/",
    "figure": f"/figures/{FIGURE}/",
    "version of a figure": f"/figures/{FIGURE}/versions/1/",
    "embed": f"/figures/{FIGURE}/embed/",
    "what the data files hold": "/figures/dictionary/",
    "the site as data": "/data/",
    "resources": "/resources/",
    "resource": "/resources/major-policy-moves-ama/",
    "pledge": "/commit/",
    "thank you": "/commit/thank-you/",
    "confirm by code": "/commit/confirm/",
    "link closed": "/commit/confirm/?key=wrong",
    "ask for one's link": "/commit/yours/",
    "link sent": "/commit/link-sent/",
    "erased": "/commit/erased/",
    "no email came": "/commit/again/",
    "correct the address": "/commit/again/correct/",
    "contact": "/join/",
    "suggest a resource": "/suggest/",
    "report no resource": "/report-a-problem/",
    "search": "/search/",
    "results": "/search/?q=cancer",
    "results of one type": "/search/?q=cancer&type=statistic",
    "results without a typing error": "/search/?q=hepatitus",
    "results with a best bet": "/search/?q=black+women",
    "results with some of the words": "/search/?q=hepatitis+xylophone",
    "no results": "/search/?q=xylophone",
    "only stop words": "/search/?q=what+is+the",
    "no such type of results": "/search/?q=cancer&type=nonsense",
    "question too long": "/search/?q=" + 201 * "x",
    "not found": "/no-such-page/",
    "not found in Spanish": "/es/no-such-page/",
}
# Chromium reports the status of these pages as an error on its console.
NOT_OK = r"status of 4\d\d .*(search|no-such-page|commit|join|suggest|report|members)"
