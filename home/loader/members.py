"""The member societies, what each is to the coalition, and where its editors work."""

from home.loader.data import read
from home.loader.pages import add_page
from members.models import MemberIndexPage, Membership, MemberSocietyPage
from members.review import attach_review
from members.sections import open_section

STEP = 10  # room to put a society between two others


def load_members(home) -> list[str]:
    """Add the members page and its societies; return the titles of what was added."""
    data = read("members")
    societies, source = data.pop("societies"), data.pop("source")
    index, index_added = add_page(home, MemberIndexPage, show_in_menus=True, **data)
    attach_review(index)
    added = [index.title] if index_added else []
    for number, society in enumerate(societies, start=1):
        membership = {"level": society.pop("level", ""), "source": source}
        page, is_new = add_page(index, MemberSocietyPage, order=number * STEP, **society)
        if is_new:
            Membership.objects.create(society=page, **membership)
            added.append(page.title)
        open_section(page)
    return added
