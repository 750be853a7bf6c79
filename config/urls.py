"""Addresses: the admin and the files once, everything readers see under its language."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from core import views
from core.shared_pages import made_once_a_second
from forms.views import unsubscribe
from members.views import invitation
from search.views import search, suggest

handler400 = views.bad_request
handler403 = views.permission_denied
handler404 = views.page_not_found
handler500 = views.server_error

urlpatterns = [
    path("healthz/", views.healthz, name="healthz"),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    # A front server may take these over (deploy/); the site works without one.
    path("media/<path:path>", views.media),
    *i18n_patterns(
        path("search/", search, name="search"),
        path("search/suggestions/", suggest, name="search_suggestions"),
        path("", include("resources.urls")),
        path("invitation/", invitation, name="invitation"),
        path("unsubscribe/", unsubscribe, name="unsubscribe"),
        *(route for route in wagtail_urls.urlpatterns if route.name != "wagtail_serve"),
        re_path(r"^([\w\-/]+/thank-you/)$", made_once_a_second(views.serve)),
        re_path(wagtail_urls.serve_pattern, views.serve, name="wagtail_serve"),
        prefix_default_language=False,
    ),
]
