"""Addresses: the admin and the files once, everything readers see under its language."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.static import serve as serve_file
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from core import views
from search.views import search

handler400 = views.bad_request
handler403 = views.permission_denied
handler404 = views.page_not_found
handler500 = views.server_error

urlpatterns = [
    path("healthz/", views.healthz, name="healthz"),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    # A front server may take these over (deploy/); the site works without one.
    # Documents are served by Wagtail, which asks who may read them.
    re_path(
        r"^media/(?P<path>(?!documents/).+)$", serve_file, {"document_root": settings.MEDIA_ROOT}
    ),
    *i18n_patterns(
        path("search/", search, name="search"),
        re_path(wagtail_urls.serve_pattern, views.serve, name="wagtail_serve"),
        path("", include(wagtail_urls)),
        prefix_default_language=False,
    ),
]
