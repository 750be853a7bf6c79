"""Keeps what the search knows of resources right when their publisher is renamed."""

from wagtail.search.index import insert_or_update_object


def index_resources_of(publisher) -> None:
    """Let the resources of a publisher be found by its present names."""
    for page in publisher.resources.iterator():
        insert_or_update_object(page)
