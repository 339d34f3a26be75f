"""Every address of the site. Dutch has no prefix, English stands under /en/."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.contrib.auth import views as auth_views
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path

from projects.views.home import home
from vindplaats.health import healthz, readyz

handler400 = "vindplaats.errors.bad_request"
handler403 = "vindplaats.errors.permission_denied"
handler404 = "vindplaats.errors.page_not_found"
handler500 = "vindplaats.errors.server_error"

login = login_not_required(auth_views.LoginView.as_view(template_name="account/login.html"))

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("admin/", admin.site.urls),
    *i18n_patterns(
        path("", home, name="home"),
        path(
            "account/login/",
            login_not_required(auth_views.LoginView.as_view(template_name="account/login.html")),
            name="login",
        ),
        path("account/logout/", auth_views.LogoutView.as_view(), name="logout"),
        path("", include("projects.urls")),
        prefix_default_language=False,
    ),
]
