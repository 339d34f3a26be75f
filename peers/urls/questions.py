"""Addresses of questions and answers."""

from django.urls import path

from peers.views.questions import acting, alike, asking, feeds, lessons, listing, page

ANSWER = "vragen/<slug:slug>/antwoorden/<int:pk>"
urlpatterns = [
    path("vragen/", listing.question_list, name="question_list"),
    path("vragen/feed.atom", feeds.question_feed, name="question_feed"),
    path("vragen/stellen/", asking.question_ask, name="question_ask"),
    path("vragen/lijkt-op", alike.alike_fragment, name="question_alike"),
    path("vragen/lesvoorstel/<int:pk>/", lessons.lesson_proposal, name="lesson_proposal"),
    path("vragen/<slug:slug>/", page.question_detail, name="question_detail"),
    path("vragen/<slug:slug>/sluiten/", acting.question_close, name="question_close"),
    path("vragen/<slug:slug>/heropenen/", acting.question_reopen, name="question_reopen"),
    path("vragen/<slug:slug>/antwoorden/", acting.answer_add, name="answer_add"),
    path(f"{ANSWER}/wijzigen/", acting.answer_edit, name="answer_edit"),
    path(f"{ANSWER}/reageren/", acting.follow_up_add, name="follow_up_add"),
    path(f"{ANSWER}/bedanken/", acting.answer_thank, name="answer_thank"),
    path(f"{ANSWER}/hielp/", acting.answer_accept, name="answer_accept"),
    path(f"{ANSWER}/hielp-niet/", acting.answer_take_back, name="answer_take_back"),
    path(f"{ANSWER}/les/", lessons.lesson_propose, name="lesson_propose"),
]
