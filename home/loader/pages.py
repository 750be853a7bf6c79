"""Adds a page once, and recognises it for ever."""

from uuid import NAMESPACE_URL, uuid5

from modelcluster.models import get_all_child_relations
from wagtail.models import Page

SEED_NAMESPACE = uuid5(NAMESPACE_URL, "urn:radiology-health-equity-coalition:seed")


def seed_key(model, name: str):
    """Return the translation key of what is loaded: it stays when staff rename or move it."""
    return uuid5(SEED_NAMESPACE, f"{model._meta.label}:{name}")


def add_page(
    parent: Page, page_type: type[Page], children=None, points_to=None, **fields
) -> tuple[Page, bool]:
    """Return the page and whether it was added.

    A page that the loader made before, or that stands at the same address, is returned as
    it is. `children` maps the name of a child relation to new child objects, in order; what is only
    pointed to is set by `points_to`. Raises
    ValidationError when the data do not make a valid page.
    """
    key = seed_key(page_type, fields["slug"])
    known = page_type.objects.filter(translation_key=key, locale=parent.locale).first()
    page = known or page_type.objects.child_of(parent).filter(slug=fields["slug"]).first()
    if page:
        return page, False
    page = page_type(translation_key=key, locale=parent.locale, **fields)
    for relation, objects in (children or {}).items():
        for number, child in enumerate(objects):
            child.sort_order = number
        setattr(page, relation, objects)
    for relation, objects in (points_to or {}).items():
        setattr(page, relation, objects)
    publish_below(parent, page)
    return page, True


def publish_below(parent: Page, page: Page) -> None:
    """Put a valid page below its parent and publish it, as an editor would."""
    parent.refresh_from_db()
    for child in (child for relation in child_relations(page) for child in relation):
        child.full_clean(exclude=["page", "index_page", "locale"])
    parent.add_child(instance=page)
    page.save_revision().publish()


def child_relations(page: Page) -> list[list]:
    """Return the page's child objects, relation by relation."""
    names = [relation.get_accessor_name() for relation in get_all_child_relations(type(page))]
    return [list(getattr(page, name).all()) for name in names]
