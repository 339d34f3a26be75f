"""Every address of the site. Dutch has no prefix, English stands under /en/."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.contrib.sitemaps import views as sitemap_views
from django.urls import include, path
from django.views.decorators.http import require_safe

from projects.admin.search_preview import search_preview
from projects.sitemaps import SITEMAPS
from projects.views.home import home
from vindplaats.health import healthz, readyz
from vindplaats.media import media
from vindplaats.pages import opensearch, robots_txt, security_txt, text_page

handler400 = "vindplaats.errors.bad_request"
handler403 = "vindplaats.errors.permission_denied"
handler404 = "vindplaats.errors.page_not_found"
handler429 = "vindplaats.errors.too_many_requests"
handler500 = "vindplaats.errors.server_error"

sitemap_index, sitemap = (
    login_not_required(require_safe(view)) for view in (sitemap_views.index, sitemap_views.sitemap)
)

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("admin/search/bekijken/", admin.site.admin_view(search_preview), name="admin_search_preview"),
    path("admin/", include("projects.admin.review.urls")),
    path("admin/", include("peers.admin.urls")),
    path("admin/", admin.site.urls),
    path(".well-known/security.txt", security_txt, name="security_txt"),
    path("robots.txt", robots_txt, name="robots_txt"),
    path("sitemap.xml", sitemap_index, {"sitemaps": SITEMAPS}, name="sitemap_index"),
    path("sitemap-<section>.xml", sitemap, {"sitemaps": SITEMAPS}, name="django.contrib.sitemaps.views.sitemap"),
    path("api/v1/", include("projects.api.urls")),
    path("media/<path:name>", media, name="media"),
    *i18n_patterns(
        path("", home, name="home"),
        path("account/", include("vindplaats.accounts.urls")),
        path("mijn/", include("vindplaats.mine.urls")),
        path("over/", text_page("about"), name="about"),
        path("toegankelijkheid/", text_page("accessibility"), name="accessibility"),
        path("privacy/", text_page("privacy"), name="privacy"),
        path("api/", text_page("api"), name="api_explained"),
        path("opensearch.xml", opensearch, name="opensearch"),
        path("contact-redactie/", text_page("contact_editors"), name="contact_editors"),
        path("", include("projects.urls")),
        path("", include("peers.urls")),
        prefix_default_language=False,
    ),
]
