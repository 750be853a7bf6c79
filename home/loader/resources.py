"""The library."""

from home.loader.data import read
from home.loader.pages import add_page
from resources.models import Publisher, ResourceIndexPage, ResourcePage, Shelf


def load_resources(home) -> list[str]:
    """Add the resources page, its shelves and resources; return the titles of what was added."""
    data = read("resources")
    resources = data.pop("resources")
    shelves = [Shelf(**shelf) for shelf in data.pop("shelves")]
    pages = [add_page(home, ResourceIndexPage, {"shelves": shelves}, show_in_menus=True, **data)]
    index = pages[0][0]
    for resource in resources:
        shelf = index.shelves.filter(title=resource.pop("shelf")).first()
        by = Publisher.objects.get_or_create(name=resource.pop("publisher"))[0]
        pages.append(add_page(index, ResourcePage, shelf=shelf, publisher=by, **resource))
    return [page.title for page, added in pages if added]
