"""Addresses of what somebody is told, and of stopping mails."""

from django.urls import path

from peers.views import notices

urlpatterns = [
    path("mijn/berichten/", notices.notice_list, name="notices"),
    path("mijn/berichten/<int:pk>/", notices.notice, name="notice"),
    path("mijn/berichten/gelezen/", notices.all_read, name="notices_read"),
    path("mijn/berichten/instellingen/", notices.settings, name="notice_settings"),
    path("afmelden/<str:signed>/", notices.unsubscribe, name="unsubscribe"),
]
