from wagtail import hooks

from resources.vocabulary.viewsets import StatisticsGroup

hooks.register("register_admin_viewset", StatisticsGroup)
