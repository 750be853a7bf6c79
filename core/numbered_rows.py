"""The addresses of a staff table's rows."""

from wagtail_modeladmin.helpers import AdminURLHelper


class NumberedRows(AdminURLHelper):
    """Takes numbers only; wagtail_modeladmin 2.5 looks up any word and fails on it with a 500."""

    def _get_object_specific_action_url_pattern(self, action):
        return rf"^{self.base_url_path}/{action}/(?P<instance_pk>[0-9]{{1,30}})/$"
