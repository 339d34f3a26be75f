"""Addresses of contact requests."""

from django.urls import path

from peers.views.contact import asking, ending, listing, safety, sharing, thread

urlpatterns = [
    path("contact/nieuw/", asking.contact_new, name="contact_new"),
    path("contact/<slug:reference>/", thread.contact_thread, name="contact_thread"),
    path("contact/<slug:reference>/delen/", sharing.contact_share, name="contact_share"),
    path("contact/<slug:reference>/doorgeven/", ending.contact_decline, name="contact_decline"),
    path("contact/<slug:reference>/collega/", ending.contact_pass_on, name="contact_pass_on"),
    path("contact/<slug:reference>/afsluiten/", ending.contact_close, name="contact_close"),
    path("contact/<slug:reference>/intrekken/", ending.contact_withdraw, name="contact_withdraw"),
    path("contact/<slug:reference>/melden/", safety.contact_report, name="contact_report"),
    path("contact/<slug:reference>/blokkeren/", safety.contact_block, name="contact_block"),
    path("mijn/contact/", listing.contact_list, name="contact_list"),
    path("mijn/contact/geblokkeerd/", safety.blocks, name="contact_blocks"),
]
