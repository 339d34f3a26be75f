"""Addresses of people and what they ask each other, in Dutch; one module a subject."""

from peers.urls import contact, following, newsletter, notices, profiles, questions, reactions

app_name = "peers"
urlpatterns = [
    *profiles.urlpatterns,
    *contact.urlpatterns,
    *questions.urlpatterns,
    *reactions.urlpatterns,
    *following.urlpatterns,
    *newsletter.urlpatterns,
    *notices.urlpatterns,
]
