"""Who may do what with programmes and collections, and what stands in the addresses."""

from tests.security.rights_mine import LOGGED_IN, OWN
from tests.security.rows import READ, row

# Moderators; the editors of a programme are none of the roles here (tests/projects/test_programme_editing.py).
KEEPS = row("302 404 404 404 404 302 200 200", "302 404 404 404 404 302 200 200")
# A collection within the institute: people of it read, who runs it keeps it; moderators have no business there.
INSIDE = "404 404 200 200 404 404 404 404"
RUNS = "302 404 404 200 404 302 404 404"
NOTHING_NAMED = "302 404 404 404 404 302 404 404"
GATHERED = {
    "projects:collection_list": READ,
    "projects:collection_detail": row(INSIDE, "405"),
    "projects:collection_print": READ,
    "projects:my_collections": row(OWN, LOGGED_IN),
    "projects:collection_new": row(OWN, OWN),
    "projects:collection_add": row(NOTHING_NAMED, NOTHING_NAMED),
    "projects:my_collection": row(RUNS, RUNS),
    "projects:collection_throw_away": row(RUNS, "302 404 404 302 404 302 404 404"),
    "projects:programme_list": READ,
    **{f"projects:programme_{name}": READ for name in ("detail", "feed", "line", "updates", "report")},
    # What is empty comes back with what is missing.
    "projects:programme_edit": KEEPS,
    "projects:programme_part_add": KEEPS,
    "projects:programme_part": KEEPS,
}
GATHERED_ARGUMENTS = {
    **{
        f"projects:{name}": lambda registry: {"slug": registry.shared.slug}
        for name in ("collection_detail", "my_collection", "collection_throw_away")
    },
    "projects:collection_print": lambda registry: {"slug": registry.collection.slug},
    **{
        f"projects:programme_{name}": lambda registry: {"slug": registry.programme.slug}
        for name in ("detail", "feed", "updates", "report", "edit")
    },
    "projects:programme_line": lambda registry: {"slug": registry.programme.slug, "pk": registry.line.pk},
    "projects:programme_part_add": lambda registry: {"slug": registry.programme.slug, "part": "bericht"},
    "projects:programme_part": lambda registry: {
        "slug": registry.programme.slug,
        "part": "mijlpaal",
        "pk": registry.milestone.pk,
    },
}
