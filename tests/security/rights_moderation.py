"""Who may do what with what waits for moderators, and who may report something."""

from tests.security.rows import staff

MODERATION = {
    "admin_queue": staff("200 200", "302 302"),
    "admin_case": staff("200 200", "200 200"),
    "admin_norms": staff("200 200", "405 405"),
}
