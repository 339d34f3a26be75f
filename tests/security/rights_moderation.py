"""Who may do what with what waits for moderators, and who may report something."""

from tests.security.rows import READ, row, staff

MODERATION = {
    "admin_queue": staff("200 200", "302 302"),
    "admin_case": staff("200 200", "200 200"),
    # An empty report is told what is missing.
    "projects:report": row("200", "200"),
    "projects:report_done": READ,
    "admin_merge": staff("200 200", "200 200"),
    "admin_norms": staff("200 200", "405 405"),
}
