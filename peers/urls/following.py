"""Addresses of what somebody follows."""

from django.urls import path

from peers.views import following, mail_trouble

urlpatterns = [
    path("mijn/zoekopdrachten/", following.follow_list, name="follows"),
    path("mijn/mail/", mail_trouble.mail_trouble, name="mail_trouble"),
    path("mijn/zoekopdrachten/volgen/", following.follow, name="follow"),
    path("mijn/zoekopdrachten/<int:pk>/", following.follow_change, name="follow_change"),
    path("mijn/zoekopdrachten/<int:pk>/weghalen/", following.follow_remove, name="follow_remove"),
    path("mijn/zoekopdrachten/<int:pk>/terughalen/", following.follow_back, name="follow_back"),
]
