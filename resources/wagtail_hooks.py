from wagtail import hooks

from resources.figure_chooser import viewset

hooks.register("register_admin_viewset", lambda: viewset)
