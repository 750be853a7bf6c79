"""The addresses that a society's page leads to."""

from collections.abc import Iterator

from core.links import Place, on_pages
from members.models import MemberSocietyPage
from members.models.details import SocietyLink


def websites() -> Iterator[Place]:
    """Yield the website and the further links of each society that readers can see."""
    shown = MemberSocietyPage.objects.shown()
    yield from on_pages(shown, "website")
    further = SocietyLink.objects.filter(society__in=shown.order_by().values("pk"))
    for address, page in further.values_list("address", "society_id"):
        yield Place(address, page)
