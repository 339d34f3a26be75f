"""The rules that the shipped vocabulary, regions and catalogue keep. Reads the files only; needs no database."""

import csv
import json
import re
import unicodedata
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

PROJECTS = Path(__file__).resolve().parents[2] / "projects"
VOCABULARY = PROJECTS / "reference" / "vocabulary"
REGIONS = PROJECTS / "reference" / "regions"
CATALOGUE = PROJECTS / "catalogue"

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
PARTIAL_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
ADDRESS_OR_NUMBER = re.compile(r"[\w.+-]+@[\w-]+\.\w+|\b0\d{1,3}[- ]?\d{6,8}\b|\+31")
QUOTE = re.compile(r"[“”„]|\\\"")
FIELDS = """
    id title summary problem approach results language phase phase_source_year stop_reasons stop_explanation start end
    institute partners sectors themes target_groups conditions programmes municipality gemeenten regions scope
    technologies applications funding kept kept_explanation lessons resources source_url source_accessed
"""
PHASES = "idea exploration pilot implementation scaling embedded stopped"
STOP_REASONS = "leadership funding staffing technology regulation no_added_value merged other"
INSTITUTE_KINDS = """
    hospital care_home home_care gp mental_health disability rehabilitation pharmacy regional_network municipality
    government insurer knowledge_institute patient_organisation other
"""
RESOURCE_KINDS = "toolkit decision_aid report guideline presentation video training agreement website other"
FUNDING_KINDS = "subsidy insurer municipality own_means fund transformation other"
REGION_COUNTS = {
    "provincie": 12,
    "ggdregio": 25,
    "zorgkantoorregio": 31,
    "veiligheidsregio": 25,
    "jeugdregio": 42,
    "coropgebied": 40,
}


def fold(text: str) -> str:
    """The text without accents, case and punctuation, as names of places are compared."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", " ", plain).strip()


@cache
def table(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def records(name: str = "projects") -> list[dict]:
    """The records of a JSON Lines file of the catalogue."""
    return [json.loads(line) for line in (CATALOGUE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def terms(name: str, column: str = "slug") -> set[str]:
    """The values of a column of a vocabulary file."""
    return {row[column] for row in table(VOCABULARY / f"{name}.csv")}


@cache
def places() -> dict[str, str]:
    """Folded name of every gemeente and alias, with the gemeente's code; fails where a name has two meanings."""
    found = {fold(row["name"]): row["code"] for row in table(REGIONS / "gemeenten.csv")}
    codes = set(found.values())
    for row in table(REGIONS / "gemeente_aliases.csv"):
        assert fold(row["alias"]) not in found, row["alias"]
        assert row["gemeente_code"] in codes
        found[fold(row["alias"])] = row["gemeente_code"]
    return found


def outside(values, allowed: str | set[str]) -> set:
    """The values that are not among the allowed ones."""
    return set(values) - (set(allowed.split()) if isinstance(allowed, str) else allowed)


def faults(rule) -> dict[str, object]:
    """What the rule finds wrong, by record; empty where all is well."""
    return {record["id"]: found for record in records() if (found := rule(record))}


@pytest.mark.parametrize("name", ["themes", "sectors", "target_groups", "conditions", "technologies", "applications"])
def test_terms_have_unique_slugs(name):
    assert len(terms(name)) == len(table(VOCABULARY / f"{name}.csv"))
    assert not [slug for slug in terms(name) if not SLUG.fullmatch(slug)]


@pytest.mark.parametrize("name", ["themes", "sectors", "target_groups", "conditions", "technologies"])
def test_terms_have_a_name_in_both_languages(name):
    assert not [row for row in table(VOCABULARY / f"{name}.csv") if not (row["name_nl"] and row["name_en"])]


def test_themes_have_two_levels_and_descriptions():
    rows = table(VOCABULARY / "themes.csv")
    parents = {row["slug"]: row["parent_slug"] for row in rows}
    assert all(not parent or parents[parent] == "" for parent in parents.values())
    assert not [row for row in rows if not (row["description_nl"] and row["description_en"])]


def test_synonyms_are_groups_and_cautions_point_into_them():
    groups = defaultdict(list)
    for row in table(VOCABULARY / "synonyms.csv"):
        assert row["strength"] in {"equal", "related"}
        groups[row["group_id"]].append(row["term"].casefold())
    assert not [group for group, words in groups.items() if len(words) < 2 or len(set(words)) < len(words)]
    for row in table(VOCABULARY / "synonyms_caution.csv"):
        assert all(row["term"].casefold() in groups[group] for group in row["group_ids"].split("|"))


def test_regions_cover_every_gemeente_in_every_scheme():
    gemeenten = {row["code"] for row in table(REGIONS / "gemeenten.csv")}
    covered = defaultdict(set)
    for row in table(REGIONS / "region_gemeenten.csv"):
        covered[row["scheme"]].add(row["gemeente_code"])
    assert len(gemeenten) == 342
    assert {row["slug"] for row in table(REGIONS / "schemes.csv")} == set(REGION_COUNTS) == set(covered)
    assert all(codes == gemeenten for codes in covered.values())


def test_regions_have_unique_slugs_that_start_with_their_scheme():
    rows = table(REGIONS / "regions.csv")
    assert len({row["slug"] for row in rows}) == len(rows)
    assert all(row["slug"].startswith(row["scheme"] + "-") and SLUG.fullmatch(row["slug"]) for row in rows)
    assert {name: sum(row["scheme"] == name for row in rows) for name in REGION_COUNTS} == REGION_COUNTS


@pytest.mark.parametrize("scheme", [*REGION_COUNTS, "gemeente"])
def test_a_map_draws_every_region_of_its_scheme(scheme):
    drawn = json.loads((REGIONS / "svg" / f"{scheme}.json").read_text(encoding="utf-8"))
    rows = table(REGIONS / ("gemeenten.csv" if scheme == "gemeente" else "regions.csv"))
    codes = {row["code"] for row in rows if row.get("scheme", scheme) == scheme}
    assert {region["code"] for region in drawn["regions"] if region["d"]} == codes
    assert "CC BY 4.0" in drawn["attribution"]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Den Haag", "GM0518"),
        ("Drachten", "GM0090"),
        ("Veghel", "GM1948"),
        ("Middelburg", "GM0687"),
        ("IJmuiden", "GM0453"),
    ],
)
def test_everyday_names_find_their_gemeente(name, code):
    assert places()[fold(name)] == code


def test_records_are_unique_and_hold_known_fields_only():
    assert len({record["id"] for record in records()}) == len(records())
    assert len({fold(record["title"]) for record in records()}) == len(records())
    assert not faults(lambda record: outside(record, FIELDS))


@pytest.mark.parametrize("field", ["themes", "sectors", "target_groups", "conditions", "applications"])
def test_records_use_the_vocabulary(field):
    assert not faults(lambda record: outside(record[field], terms(field)))
    assert not faults(lambda record: len(set(record[field])) < len(record[field]))
    assert field not in {"themes", "sectors"} or not faults(lambda record: not record[field])


def test_records_use_known_technologies_and_regions():
    slugs = {row["slug"] for row in table(REGIONS / "regions.csv")}
    assert not faults(lambda record: outside(record["technologies"], terms("technologies", "name_nl")))
    assert not faults(lambda record: outside(record["regions"], slugs))


def test_records_tell_their_phase_and_why_they_stopped():
    assert not faults(lambda record: outside([record["phase"]], PHASES))
    assert not faults(lambda record: outside(record["stop_reasons"], STOP_REASONS))
    assert not faults(lambda record: (record["phase"] == "stopped") != bool(record["stop_reasons"]))
    assert not faults(lambda record: outside([record["scope"]], {"local", "regional", "national"}))


def test_records_have_dates_and_a_source():
    for field in ("start", "end"):
        assert not faults(lambda record, field=field: record[field] and not PARTIAL_DATE.fullmatch(record[field]))
    assert not faults(lambda record: record["start"] and record["end"] and record["start"][:4] > record["end"][:4])
    assert not faults(lambda record: record["phase_source_year"] and not 2000 <= record["phase_source_year"] <= 2026)
    assert not faults(lambda record: not re.match(r"https?://", record["source_url"]))
    assert not faults(lambda record: not DAY.fullmatch(record["source_accessed"]))


def test_records_lie_in_places_that_exist():
    names = {None, *(row["name"] for row in table(REGIONS / "gemeenten.csv"))}
    assert not faults(lambda record: outside(record.get("gemeenten", [record.get("municipality")]), names))
    assert not faults(lambda record: outside([fold(record["institute"]["place"] or "Utrecht")], set(places())))


def test_records_hold_no_addresses_numbers_or_quotes():
    texts = {
        record["id"]: json.dumps({**record, "source_url": "", "resources": []}, ensure_ascii=False)
        for record in records()
    }
    assert not [key for key, text in texts.items() if ADDRESS_OR_NUMBER.search(text) or QUOTE.search(text)]


def test_lessons_stand_on_their_own():
    lessons = [lesson for record in records() for lesson in record["lessons"]]
    assert not outside([lesson["kind"] for lesson in lessons], "pitfall success tip")
    assert not [lesson["title"] for lesson in lessons if not 3 <= len(lesson["title"].split()) <= 12]
    assert not [lesson["title"] for lesson in lessons if not (lesson["situation"] and lesson["advice"])]


def test_resources_and_funding_are_of_a_known_kind():
    assert not faults(lambda record: outside([resource["kind"] for resource in record["resources"]], RESOURCE_KINDS))
    assert not faults(lambda record: outside([funding["kind"] for funding in record["funding"]], FUNDING_KINDS))
    assert not faults(lambda record: [item for item in record["funding"] if item.get("amount_eur", 0) < 0])
    assert not faults(lambda record: outside([record.get("kept", "unknown")], {"unknown", "fully", "partly", "not"}))


def test_an_institute_has_one_name_one_kind_and_one_place():
    seen = defaultdict(set)
    for record in records():
        institute = record["institute"]
        seen[fold(institute["name"])].add((institute["name"], institute["kind"], institute["place"]))
    assert not [variants for variants in seen.values() if len(variants) > 1]
    assert not faults(lambda record: outside([record["institute"]["kind"]], INSTITUTE_KINDS))


def test_programmes_and_their_lines_exist():
    lines = {programme["id"]: set(programme["lines"]) for programme in records("programmes")}
    links = [link for record in records() for link in record["programmes"]]
    assert not outside([link for link in links if isinstance(link, str)], set(lines))
    assert not [link for link in links if isinstance(link, dict) and link["line"] not in lines[link["id"]]]
    assert not [programme["id"] for programme in records("programmes") if not programme["name_en"]]
