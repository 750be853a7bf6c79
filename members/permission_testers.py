"""What a society's editors may not do to the root of their section, the society's own page."""

from core.permission_testers import ReviewedPagePermissionTester
from core.permissions import ADMINISTER_SOCIETIES


class SectionRootPermissionTester(ReviewedPagePermissionTester):
    """Only staff delete, move, copy, unpublish, lock or hide a society's page.

    Wagtail's rights on a branch include its root, and would let editors delete a draft.
    """

    def administers(self) -> bool:
        return self.user.has_perm(ADMINISTER_SOCIETIES)

    def can_delete(self, ignore_bulk=False):
        return self.administers() and super().can_delete(ignore_bulk)

    def can_move(self):
        return self.administers() and super().can_move()

    def can_copy(self):
        return self.administers() and super().can_copy()

    def can_unpublish(self):
        return self.administers() and super().can_unpublish()

    def can_set_view_restrictions(self):
        return self.administers() and super().can_set_view_restrictions()

    def can_lock(self):
        return self.administers() and super().can_lock()
