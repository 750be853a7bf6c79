"""The member societies."""

from home.loader.data import read
from home.loader.pages import add_page
from members.models import MemberIndexPage, MemberSocietyPage

STEP = 10  # room to put a society between two others


def load_members(home) -> list[str]:
    """Add the members page and its societies; return the titles of what was added."""
    data = read("members")
    societies = data.pop("societies")
    pages = [add_page(home, MemberIndexPage, show_in_menus=True, **data)]
    index = pages[0][0]
    for number, society in enumerate(societies, start=1):
        pages.append(add_page(index, MemberSocietyPage, order=number * STEP, **society))
    return [page.title for page, added in pages if added]
