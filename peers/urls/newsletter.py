"""Addresses of the newsletter."""

from django.urls import path

from peers.views import newsletter

urlpatterns = [
    path("nieuwsbrief/", newsletter.newsletter, name="newsletter"),
    path("nieuwsbrief/aangevraagd/", newsletter.newsletter_asked, name="newsletter_asked"),
    path("nieuwsbrief/bevestigen/<str:signed>/", newsletter.newsletter_confirm, name="newsletter_confirm"),
    path("nieuwsbrief/<slug:slug>/", newsletter.edition_detail, name="edition_detail"),
]
