"""Which pages readers may see."""

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Subquery
from wagtail.models import Page, PageQuerySet, PageViewRestriction


class ShownQuerySet(PageQuerySet):
    """Adds `shown`, the one way in which listings leave out what readers may not see."""

    def beside(self, page):
        """Return the pages below the parent of `page`: for an index, those of its own site."""
        return self.filter(path__startswith=page.path[: -page.steplen])

    def shown(self):
        """Return the published pages that no privacy setting hides."""
        return self.live().open_to_all()

    def open_to_all(self):
        """Return the pages that no privacy setting hides, published or not.

        The same as `public()`, which asks for all restrictions in a query of its own each time;
        here the database compares the paths itself.
        """
        path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
        # Not by a join, with which SQLite reads all pages for each page that it asks about.
        restricted = Page.objects.filter(pk=OuterRef("page_id")).values("path")
        above = PageViewRestriction.objects.annotate(of_page=path, top=Subquery(restricted))
        return self.exclude(Exists(above.filter(of_page__startswith=F("top"))))
