"""Editors tune the search in the admin, see what a change would do, and find it in force at once."""

import pytest
from django.urls import reverse

from projects.search import generation
from projects.search.engine import Answer, Question
from projects.search.models import Boost, StopWord, Synonym, SynonymGroup
from tests import factories
from tests.projects.admin_forms import refused, save

pytestmark = pytest.mark.django_db
EMPTY = dict.fromkeys(("problem", "approach", "results"), "")
PREVIEW = reverse("admin_search_preview")
ADD_GROUP = reverse("admin:search_synonymgroup_add")
SYNONYM = {"change": "synonym", "synonym-term": "nestzorg", "synonym-other": "kamerzorg", "synonym-strength": "equal"}


def project(title, **given):
    given = {"published": True, "indexed": True, "title": title, "summary": "Iets anders.", **EMPTY, **given}
    return factories.ProjectFactory(**given)


def found(text):
    return Answer("project", Question(text)).ids(0, 20)


class TestTables:
    """The plain pages of the admin."""

    def test_a_group_of_synonyms(self, moderator_client, moderator):
        one = project("Kamerzorg")
        rows = {"synonyms-0-term": "nestzorg", "synonyms-1-term": "kamerzorg"}
        save(moderator_client, ADD_GROUP, note="Zorg voor kraamvrouwen", **rows)
        assert found("nestzorg") == [one.pk]
        event = Synonym.pgh_event_model.objects.first()
        assert (event.term, event.pgh_context.metadata["user"]) == ("nestzorg", moderator.pk)

    def test_history_names_the_words(self, moderator_client):
        group = factories.SynonymGroupFactory(terms=["nestzorg"])
        page = moderator_client.get(reverse("admin:search_synonymgroup_history", args=[group.pk])).content.decode()
        assert "Synoniem: nestzorg toegevoegd" in page

    def test_signs_only_are_no_word(self, moderator_client):
        assert "Hier staat geen woord in." in refused(moderator_client, ADD_GROUP, **{"synonyms-0-term": "???"})

    @pytest.mark.parametrize("there", [True, False])
    def test_a_word_twice_in_a_group_is_refused(self, moderator_client, there):
        group = factories.SynonymGroupFactory(terms=["GGZ"] if there else [])
        address = reverse("admin:search_synonymgroup_change", args=[group.pk])
        rows = {"synonyms-0-term": "GGZ", "synonyms-1-term": "ggz!"}
        assert "Dit woord staat al in deze groep." in refused(moderator_client, address, **rows)

    def test_moderators_delete_what_they_tuned(self, moderator_client):
        for thing in (factories.SynonymGroupFactory(), factories.StopWordFactory(), factories.BoostFactory()):
            address = reverse(f"admin:search_{thing._meta.model_name}_delete", args=[thing.pk])
            assert moderator_client.post(address, {"post": "yes"}).status_code == 302
        assert not SynonymGroup.objects.exists() | StopWord.objects.exists() | Boost.objects.exists()

    @pytest.mark.parametrize(
        ("word", "said"),
        [
            ("twee woorden", "Vul één woord in."),
            ("!", "Vul één woord in."),
            ("Van", "Dit woord slaat zoeken altijd al over."),
        ],
    )
    def test_refused_stop_words(self, moderator_client, word, said):
        assert said in refused(moderator_client, reverse("admin:search_stopword_add"), word=word)

    def test_a_stop_word_is_kept_folded(self, moderator_client):
        save(moderator_client, reverse("admin:search_stopword_add"), word="Traject")
        assert StopWord.objects.get().word == "traject"

    @pytest.mark.parametrize(
        ("given", "said"),
        [
            ({}, "Kies één project, één instelling of één thema."),
            ({"factor": "9"}, "5"),
            ({"query": "..."}, "Hier staat geen woord in."),
            ({"reason": ""}, "verplicht"),
            ({"starts_on": "02-01-2026", "ends_on": "01-01-2026"}, "De laatste dag ligt vóór de eerste."),
        ],
    )
    def test_refused_boosts(self, moderator_client, given, said):
        filled = {"query": "dansen", "reason": "Voorbeeld", **given}
        if given:
            filled["theme"] = factories.ThemeFactory().pk
        assert said in refused(moderator_client, reverse("admin:search_boost_add"), **filled)

    def test_a_saved_change_ends_that_pages_are_unchanged(self, moderator_client, django_capture_on_commit_callbacks):
        before = generation.current()
        with django_capture_on_commit_callbacks(execute=True):
            save(moderator_client, reverse("admin:search_stopword_add"), word="traject")
        assert generation.current() > before


class TestPreview:
    """The page that shows what a question becomes."""

    def test_explains(self, moderator_client):
        project("Palliatieve zorg thuis")
        factories.SynonymGroupFactory(terms=["thuis", "palliatieve"])
        page = moderator_client.get(PREVIEW, {"q": "de pallatieve zorg"})
        concepts = {concept.word: concept for concept in page.context["shown"].explanation.concepts}
        assert concepts["pallatieve"].read_as == "palliatieve"
        assert [variant.documents for variant in concepts["zorg"].variants][0] == 1
        assert page.context["shown"].explanation.ignored == ["de"]
        assert [hit.title for hit in page.context["hits"]] == ["Palliatieve zorg thuis"]

    @pytest.mark.parametrize("query", [{}, {"q": ""}, {"q": "???"}, {"q": "zorg", "soort": "gek"}, {"q": "x" * 500}])
    def test_anything_asked(self, moderator_client, query):
        assert moderator_client.get(PREVIEW, query).status_code == 200

    def test_lessons(self, moderator_client):
        lesson = factories.LessonFactory(title="Bel de apotheker", project__published=True, project__indexed=False)
        project("Dansen", with_lessons=True)
        page = moderator_client.get(PREVIEW, {"q": lesson.project.lessons.first().title, "soort": "lesson"})
        assert page.status_code == 200

    def test_trying_shows_before_and_after_and_keeps_nothing(self, moderator_client):
        project("Kamerzorg")
        page = moderator_client.post(f"{PREVIEW}?q=nestzorg", {**SYNONYM, "try": "1"})
        assert (page.context["before"].total, page.context["after"].total) == (0, 1)
        hit = page.context["hits_after"][0]
        assert (hit.title, hit.place, hit.other_place) == ("Kamerzorg", 1, None)
        assert not Synonym.objects.exists()
        assert not Synonym.pgh_event_model.objects.exists()
        assert found("nestzorg") == []
        assert moderator_client.get(PREVIEW, {"q": "nestzorg"}).context["before"].total == 0

    def test_saving_is_in_force(self, moderator_client, moderator):
        one = project("Kamerzorg")
        page = moderator_client.post(f"{PREVIEW}?q=nestzorg", {**SYNONYM, "save": "1"}, follow=True)
        assert "Bewaard. Zoeken werkt vanaf nu zo." in page.content.decode()
        assert found("nestzorg") == [one.pk]
        assert Synonym.pgh_event_model.objects.first().pgh_context.metadata["user"] == moderator.pk

    def test_a_careful_synonym(self, moderator_client):
        moderator_client.post(f"{PREVIEW}?q=nestzorg", {**SYNONYM, "synonym-careful": "on", "save": "1"})
        assert dict(Synonym.objects.values_list("term", "careful")) == {"nestzorg": False, "kamerzorg": True}

    def test_a_boost_moves(self, moderator_client):
        low, _high = project("Dansen in de wijk"), project("Dansen in de wijk")
        sent = {"boost-query": "dansen", "boost-match": "contains", "boost-project": low.pk, "boost-factor": "2"}
        page = moderator_client.post(
            f"{PREVIEW}?q=dansen", {"change": "boost", "try": "1", "boost-reason": "x", **sent}
        )
        assert [(hit.place, hit.other_place, hit.moved) for hit in page.context["hits_after"]] == [
            (1, 2, 1),
            (2, 1, -1),
        ]
        assert not Boost.objects.exists()

    def test_a_stop_word(self, moderator_client):
        project("Dansen")
        sent = {"change": "stop", "stop-word": "traject", "stop-kind": "stop", "try": "1"}
        page = moderator_client.post(f"{PREVIEW}?q=traject+dansen", sent)
        assert page.context["shown"].explanation.ignored == ["traject"]

    @pytest.mark.parametrize(
        ("sent", "said"),
        [
            ({**SYNONYM, "synonym-other": "Nestzorg!"}, "Vul twee verschillende woorden in."),
            ({**SYNONYM, "synonym-other": ""}, "Dit veld is verplicht."),
            ({"change": "boost", "boost-query": "dansen"}, "Kies één project, één instelling of één thema."),
            ({"change": "boost", "boost-project": "99999999999999999999"}, "Selecteer een geldige keuze."),
            ({"change": "stop", "stop-word": "van"}, "Dit woord slaat zoeken altijd al over."),
            ({"change": "bestaat-niet"}, "Wijziging proberen"),
            ({}, "Wijziging proberen"),
        ],
    )
    def test_a_wrong_change_is_told_and_not_made(self, moderator_client, sent, said):
        for button in ("try", "save"):
            response = moderator_client.post(f"{PREVIEW}?q=nestzorg", {**sent, button: "1"})
            assert said in response.content.decode()
        assert not Synonym.objects.exists()

    def test_is_for_moderators(self, client):
        assert client.get(PREVIEW).status_code == 302
        client.force_login(factories.MembershipFactory(manager=True).user)
        response = client.post(f"{PREVIEW}?q=nestzorg", {**SYNONYM, "save": "1"})
        assert response.status_code == 302
        assert not Synonym.objects.exists()

    def test_the_security_policy_lets_it_work(self, moderator_client):
        html = moderator_client.get(PREVIEW, {"q": "zorg"}).content.decode()
        assert " style=" not in html
        assert "<script>" not in html

    def test_leads_from_the_index_and_the_lists(self, moderator_client):
        for address in ("/admin/", reverse("admin:search_stopword_changelist")):
            assert f'href="{PREVIEW}"' in moderator_client.get(address).content.decode()
