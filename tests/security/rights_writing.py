"""Who may do what with texts about projects. The text of the registry is a draft that a colleague writes."""

from tests.security.rows import row

LOGGED_IN = "302 405 405 405 405 302 405 405"
OURS = "302 404 200 200 404 302 200 200"
OURS_GOES_ON = "302 404 302 302 404 302 302 302"
OWN = "302 200 200 200 200 302 200 200"

WRITING = {
    # Everyone reads what it takes; who belongs to no institute that takes part gets the same page for an answer.
    "projects:submission_start": row("200", "200"),
    "projects:submission_list": row(OWN, LOGGED_IN),
    "projects:submission_upload": row(OWN, OWN),
    "projects:submission_sheet": row(OWN, LOGGED_IN),
    "projects:submission_overview": row(OURS, LOGGED_IN),
    "projects:submission_edit": row(LOGGED_IN, OURS_GOES_ON),
    "projects:submission_withdraw": row(LOGGED_IN, OURS_GOES_ON),
    "projects:submission_discard": row(OURS, OURS_GOES_ON),
    "projects:submission_hand_over": row(LOGGED_IN, OURS_GOES_ON),
    "projects:submission_preview": row(OURS, LOGGED_IN),
    # By now the draft was thrown away.
    "projects:submission_check": row(OURS, OURS_GOES_ON),
    # It was not sent in.
    "projects:submission_sent": row(OURS_GOES_ON, LOGGED_IN),
    "projects:submission_versions": row(OURS, LOGGED_IN),
    "projects:submission_version": row(OURS, LOGGED_IN),
    "projects:submission_restore": row(LOGGED_IN, OURS_GOES_ON),
    "projects:submission_section": row(OURS, OURS_GOES_ON),
}
