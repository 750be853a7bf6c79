from wagtail_modeladmin.views import HistoryView


class RowHistory(HistoryView):
    """Who changed a row of a staff table, for those who may change it themselves.

    That of wagtail_modeladmin 2.5 is open to everybody who may enter the admin.
    """

    def check_action_permitted(self, user):
        return self.permission_helper.user_can_edit_obj(user, self.instance)
