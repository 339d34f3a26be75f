"""Addresses of one's own pages, in Dutch."""

from django.urls import path

from vindplaats.mine import views

urlpatterns = [
    path("", views.mine, name="mine"),
    path("gegevens/", views.my_data, name="my_data"),
    path("gegevens/ophalen/", views.download_my_data, name="download_my_data"),
    path("account-verwijderen/", views.delete_account, name="delete_account"),
]
