"""Addresses of what members say of projects and lessons."""

from django.urls import path

from peers.views import reactions

urlpatterns = [
    path("lessen/<slug:slug>/ervaring/", reactions.mark, name="mark"),
    path("projecten/<slug:slug>/reageren/", reactions.react, name="react"),
    path("projecten/<slug:slug>/wij-ook/", reactions.adopt, name="adopt"),
    path("reacties/<int:pk>/weghalen/", reactions.take_reaction_back, name="reaction_take_back"),
]
