"""Who may do what with programmes and collections, and what stands in the addresses."""

from tests.security.rows import READ, row

# Moderators; the editors of a programme are none of the roles here (tests/projects/test_programme_editing.py).
KEEPS = row("302 404 404 404 404 302 200 200", "302 404 404 404 404 302 200 200")
GATHERED = {
    "projects:programme_list": READ,
    **{f"projects:programme_{name}": READ for name in ("detail", "feed", "line", "updates", "report")},
    # What is empty comes back with what is missing.
    "projects:programme_edit": KEEPS,
    "projects:programme_part_add": KEEPS,
    "projects:programme_part": KEEPS,
}
GATHERED_ARGUMENTS = {
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
