"""Addresses: the admin and the files once, everything readers see under its language."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from core import views
from core.page_card import card
from core.shared_pages import made_once_a_second
from forms.views import unsubscribe
from home import api, sitemaps
from home.data_page import data
from members.data_file import societies_csv
from members.views import invitation
from search.views import search, suggest

handler400 = views.bad_request
handler403 = views.permission_denied
handler404 = views.page_not_found
handler500 = views.server_error

urlpatterns = [
    path("healthz/", views.healthz, name="healthz"),
    path("admin/", include(wagtailadmin_urls)),
    path("api/v2/", api.index, name="api_index"),
    path("api/v2/", include(api.router.urls[:2], namespace="api")),
    re_path(r"^cards/(?P<pk>\d{1,9})\.png$", card, name="page_card"),
    path("robots.txt", sitemaps.robots, name="robots"),
    path("sitemap.xml", sitemaps.index, name="sitemap_index"),
    path("sitemap-<slug:section>.xml", sitemaps.section, name="sitemap"),
    path("documents/", include(wagtaildocs_urls)),
    # A front server may take these over (deploy/); the site works without one.
    path("media/<path:path>", views.media),
    *i18n_patterns(
        path("search/", search, name="search"),
        path("search/suggestions/", suggest, name="search_suggestions"),
        path("", include("resources.urls")),
        path("data/", data, name="data"),
        path("societies.csv", societies_csv, name="societies_csv"),
        path("invitation/", invitation, name="invitation"),
        path("unsubscribe/", unsubscribe, name="unsubscribe"),
        *(route for route in wagtail_urls.urlpatterns if route.name != "wagtail_serve"),
        re_path(r"^([\w\-/]+/thank-you/)$", made_once_a_second(views.serve)),
        re_path(wagtail_urls.serve_pattern, views.serve, name="wagtail_serve"),
        prefix_default_language=False,
    ),
]
