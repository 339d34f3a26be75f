"""Addresses of people who think along."""

from django.urls import path

from peers.views import my_profile, profile_feed, profiles

urlpatterns = [
    path("experts/", profiles.profile_list, name="profile_list"),
    path("experts/feed.atom", profile_feed.profile_feed, name="profile_feed"),
    path("experts/<slug:slug>/", profiles.profile_detail, name="profile_detail"),
    path("mijn/profiel/", my_profile.my_profile, name="my_profile"),
    path("mijn/profiel/toestemming-intrekken/<slug:kind>/", my_profile.withdraw, name="profile_withdraw"),
    path("mijn/profiel/pauze/", my_profile.pause, name="profile_pause"),
    path("mijn/profiel/verwijderen/", my_profile.delete, name="profile_delete"),
]
