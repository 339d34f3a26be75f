"""Searches in vain are counted by words and day, and nothing else is kept; never in the way of a page."""

import datetime

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.urls import reverse
from django.utils import timezone

from projects.search import demand
from projects.search.indexing import index
from projects.search.models import SearchDemand
from tests import factories
from vindplaats.caches import process_cache as cache

pytestmark = pytest.mark.django_db
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0"


@pytest.fixture
def ask(client):
    """Search as a person does who has a browser."""

    def ask(text, path="/projecten/", headers=None, **parameters):
        headers = {"User-Agent": FIREFOX, **(headers or {})}
        assert client.get(path, {"q": text, **parameters}, headers=headers).status_code == 200

    return ask


def counted():
    return list(SearchDemand.objects.order_by("pk").values_list("words", "kind", "searches", "most_found"))


class TestCounts:
    """What counts, and as what."""

    def test_a_search_that_found_nothing(self, ask):
        ask("Slaapcoach voor ploegendienst")
        assert counted() == [("ploegendienst slaapcoach", "project", 1, 0)]
        assert SearchDemand.objects.get().day == timezone.localdate()

    def test_the_same_words_are_counted_together(self, ask):
        for text in ("slaapcoach ploegendienst", "Ploegendienst: SLAAPCOACH", "een slaapcoach voor de ploegendienst?"):
            ask(text)
        assert counted() == [("ploegendienst slaapcoach", "project", 3, 0)]

    def test_each_day_and_finder_apart(self, ask):
        SearchDemand.objects.create(
            day=timezone.localdate() - datetime.timedelta(1), words="slaapcoach", kind="project"
        )
        ask("slaapcoach")
        ask("slaapcoach", path="/lessen/")
        assert [(kind, searches) for _words, kind, searches, _found in counted()] == [
            ("project", 1),
            ("project", 1),
            ("lesson", 1),
        ]

    @pytest.mark.parametrize(
        ("path", "kind"),
        [
            ("/hulpmiddelen/", "resource"),
            ("/keuzehulpen/", "decision_aid"),
            ("/aandoeningen/", "condition"),
            ("/programmas/", "programme"),
            ("/verzamelingen/", "collection"),
            ("/vragen/", "question"),
        ],
    )
    def test_in_every_finder(self, ask, path, kind):
        ask("slaapcoach", path=path)
        assert counted() == [("slaapcoach", kind, 1, 0)]
        assert kind in demand.KINDS

    @pytest.mark.parametrize("path", ["/experts/", "/instellingen/"])
    def test_not_where_a_name_may_be_typed(self, ask, path):
        ask("slaapcoach", path=path)
        assert counted() == []

    @pytest.mark.parametrize(
        ("path", "parameters"),
        [("/keuzehulpen/", {"doelgroep": "ouderen"}), ("/programmas/", {"stand": "lopend"})],
    )
    def test_not_with_what_narrows_another_finder(self, ask, path, parameters):
        ask("slaapcoach", path=path, **parameters)
        assert counted() == []

    def test_one_is_enough_of_what_has_a_name(self, ask):
        factories.ConditionFactory(name="Liesbreuk")
        for text in ("liesbreuk", "navelbreuk"):
            ask(text, path="/aandoeningen/")
        assert counted() == [("navelbreuk", "condition", 1, 0)]

    def test_an_aid_about_another_condition_is_none(self, ask):
        about = factories.ConditionFactory(name="Liesbreuk")
        aid = factories.ResourceFactory(project=None, kind="decision_aid", title="Opereren", conditions=[about])
        index("resource", [aid.pk])
        factories.ConditionFactory(name="Navelbreuk")
        for text in ("liesbreuk", "navelbreuk"):
            ask(text, path="/keuzehulpen/")
        assert counted() == [("navelbreuk", "decision_aid", 1, 0)]

    def test_of_all_kinds_together(self, ask):
        ask("slaapcoach", path="/zoeken/")
        ask("slaapcoach", path="/zoeken/", soort="lessen")
        assert counted() == [("slaapcoach", "all", 1, 0)]

    @pytest.mark.parametrize(("answers", "few"), [(1, True), (2, True), (3, False)])
    def test_few_is_fewer_than_three(self, ask, answers, few):
        factories.ProjectFactory.create_batch(answers, published=True, indexed=True, title="Dansen")
        ask("dansen")
        assert counted() == ([("dansen", "project", 1, answers)] if few else [])

    def test_the_most_that_was_found(self, ask):
        ask("dansen")
        factories.ProjectFactory(published=True, indexed=True, title="Dansen")
        cache.clear()  # in a test nothing is committed, which would do this
        ask("dansen")
        assert counted() == [("dansen", "project", 2, 1)]

    @pytest.mark.parametrize(
        "parameters",
        [{"fase": "pilot"}, {"thema": "bestaat-niet"}, {"page": "2"}, {"letterlijk": "ja"}],
    )
    def test_not_with_a_filter_on_a_further_page_or_again(self, ask, parameters):
        ask("slaapcoach", **parameters)
        assert counted() == []

    @pytest.mark.parametrize(
        "headers",
        [
            {"User-Agent": ""},
            {"User-Agent": "curl/8.5"},
            {"User-Agent": "Mozilla/5.0 (compatible; Googlebot/2.1)"},
            {"User-Agent": "Mozilla/5.0 HeadlessChrome/120"},
            {"Sec-Purpose": "prefetch;prerender"},
            {"X-Live": "1"},
        ],
    )
    def test_not_by_programs_and_not_unasked(self, ask, headers):
        ask("slaapcoach", headers=headers)
        assert counted() == []

    def test_not_by_moderators_and_not_by_head(self, client, moderator):
        client.head("/projecten/?q=slaapcoach", headers={"User-Agent": FIREFOX})
        client.force_login(moderator)
        client.get("/projecten/?q=slaapcoach", headers={"User-Agent": FIREFOX})
        assert counted() == []

    def test_a_day_has_a_limit(self, ask, monkeypatch):
        monkeypatch.setattr(demand, "MOST_A_DAY", 2)
        for text in ("aardbei", "banaan", "citroen"):
            ask(text)
        assert [words for words, *_rest in counted()] == ["aardbei", "banaan"]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Slaapcoach", "slaapcoach"),
        ("de slaapcoach van het project", "slaapcoach"),
        ("Één café", "cafe"),
        ("type 2 diabetes", "diabetes type"),
        ("covid19", "covid19"),
        ("kerkstraat 12", "kerkstraat"),
        ("b a", ""),
        ("de het een", ""),
        ("12 34", ""),
        ("een twee drie vier vijf", "drie twee vier vijf"),
        ("aap noot mies wim zus jet", ""),
        ("Mijn moeder Truus Jansen heeft dementie", ""),
        ("a" * 61, ""),
        ("jan@zorg.example", ""),
        ("www.zorg.example", ""),
        ("https://zorg.example/x", ""),
        ("bel 06-12 34 56 78", ""),
        ("burgerservicenummer 123456782", ""),
        ("bsn 123.456.782", ""),
        ("geboren 12-3-58", ""),
        ("1234 AB", ""),
        ("mevrouw Jansen", ""),
        ("dhr. De Vries", ""),
        ("😀", ""),
    ],
)
def test_what_is_kept_of_a_text(text, kept):
    assert demand.normalised(text) == kept


def test_nothing_about_who_it_was_can_be_kept():
    columns = {field.name for field in SearchDemand._meta.get_fields()}
    assert columns == {"id", "day", "words", "kind", "searches", "most_found"}


class TestNeverInTheWay:
    """The page comes, whatever happens to the count."""

    def test_where_nothing_can_be_written(self, ask):
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL transaction_read_only = on")
            ask("slaapcoach")
        assert counted() == []

    def test_when_the_table_is_broken(self, ask, monkeypatch):
        monkeypatch.setattr(demand, "COUNT", "INSERT INTO bestaat_niet VALUES (%(words)s)")
        ask("slaapcoach")
        assert SearchDemand.objects.count() == 0


class TestWanted:
    """What editors and the map of knowledge get to see."""

    def wanted(self):
        return [row["words"] for row in SearchDemand.objects.wanted()]

    def test_once_is_not_shown(self):
        factories.SearchDemandFactory(words="eenling", searches=1)
        factories.SearchDemandFactory(words="tweemaal", searches=2)
        assert self.wanted() == []

    def test_on_two_days_or_three_times(self):
        today = timezone.localdate()
        for days in (0, 1):
            factories.SearchDemandFactory(words="twee dagen", searches=1, day=today - datetime.timedelta(days))
        factories.SearchDemandFactory(words="drie keer", searches=3)
        assert self.wanted() == ["drie keer", "twee dagen"]

    def test_totals(self):
        day = datetime.date(2026, 3, 1)
        factories.SearchDemandFactory(words="slaapcoach", searches=2, most_found=1, day=day)
        factories.SearchDemandFactory(words="slaapcoach", searches=3, kind="lesson", day=datetime.date(2026, 4, 1))
        row = SearchDemand.objects.wanted().get()
        assert (row["total"], row["days"], row["found"]) == (5, 2, 1)
        assert (row["first"], row["last"]) == (day, datetime.date(2026, 4, 1))
        assert list(SearchDemand.objects.since(day).of_kind("lesson").wanted().values_list("total", flat=True)) == [3]

    def test_purge(self, capsys):
        old = factories.SearchDemandFactory(day=datetime.date(2024, 10, 31))
        kept = factories.SearchDemandFactory(day=datetime.date(2024, 11, 1))
        assert list(SearchDemand.objects.outdated(datetime.date(2026, 11, 26))) == [old]
        SearchDemand.objects.filter(pk=kept.pk).update(day=timezone.localdate())
        call_command("purge_search_demand")
        assert SearchDemand.objects.get() == kept
        assert "1 searches thrown away." in capsys.readouterr().out


class TestAdmin:
    """The list for editors."""

    URL = reverse("admin:search_searchdemand_changelist")

    def test_shows_totals_with_ways_on(self, moderator_client):
        factories.SearchDemandFactory(words="cafe slaap", searches=4)
        factories.SearchDemandFactory(words="geheim", searches=1)
        page = moderator_client.get(self.URL).content.decode()
        assert "cafe slaap" in page
        assert "geheim" not in page
        assert "/projecten/?q=cafe%20slaap" in page
        assert f"{reverse('admin_search_preview')}?q=cafe%20slaap" in page

    @pytest.mark.parametrize(
        ("query", "shown"),
        [
            ("", ["nieuw", "les"]),
            ("?periode=", ["nieuw", "les", "oud"]),
            ("?soort=lesson", ["les"]),
            ("?periode=365&soort=project", ["nieuw"]),
            ("?periode=gek&soort=gek&p=gek", ["nieuw", "les"]),
        ],
    )
    def test_by_period_and_kind(self, moderator_client, query, shown):
        factories.SearchDemandFactory(words="nieuw", searches=9)
        factories.SearchDemandFactory(words="les", searches=8, kind="lesson")
        factories.SearchDemandFactory(words="oud", searches=7, day=datetime.date(2020, 1, 1))
        page = moderator_client.get(self.URL + query).context["page"]
        assert [row["words"] for row in page] == shown

    def test_a_single_row_is_not_to_be_seen_or_changed(self, moderator_client):
        row = factories.SearchDemandFactory()
        for page in ("change", "delete", "history"):
            assert moderator_client.get(reverse(f"admin:search_searchdemand_{page}", args=[row.pk])).status_code == 403
