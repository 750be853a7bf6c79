from wagtail import hooks

from core import deletion
from home.first_screen.panels import show_workplaces
from home.guards import why_a_site_keeps_it

deletion.register(why_a_site_keeps_it)
hooks.register("construct_homepage_panels", show_workplaces)
