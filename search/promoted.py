"""What staff want readers to see first for a question (wagtail.contrib.search_promotions)."""

from django.db.models import Q
from wagtail.contrib.search_promotions.models import SearchPromotion
from wagtail.models import Page
from wagtail.search.utils import normalise_query_string

from core.querysets import ShownQuerySet


def promoted(text: str, language: str) -> list[SearchPromotion]:
    """Return what was chosen for just this question; of pages those that readers may see.

    Read without `Query.get`, which would write the question down.
    """
    here = ShownQuerySet(Page).shown().order_by().filter(locale__language_code=language)
    chosen = SearchPromotion.objects.filter(query__query_string=normalise_query_string(text))
    return list(chosen.filter(Q(page=None) | Q(page__in=here.values("pk"))).select_related("page"))
