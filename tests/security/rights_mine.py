"""Who may do what with one's own pages and with what keeps a project true. The project of the registry is published."""

from tests.security.rows import row

OWN = "302 200 200 200 200 302 200 200"
LOGGED_IN = "302 405 405 405 405 302 405 405"

MINE = {
    "mine": row(OWN, LOGGED_IN),
    "my_data": row(OWN, LOGGED_IN),
    # First to the page where somebody shows once more who it is.
    "download_my_data": row(LOGGED_IN, "302"),
    "delete_account": row("302", "302"),
    # Without saying what is to be done there is nothing to do.
    "projects:project_keep": row("302 404 200 200 404 302 200 200", "302 404 404 404 404 302 404 404"),
    # By the address in a mail only.
    "projects:project_still_true": row("404", "404"),
}
