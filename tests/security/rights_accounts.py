"""Who may do what with the account: everyone with his or her own.

Nobody in this test has just shown a password, so what changes the lock asks for it first (302). Staff have an app.
"""

from tests.security.rows import READ, row

OWN = "302 200 200 200 200 302 200 200"
LOOK = row(OWN, "302 405 405 405 405 302 405 405")
ENTRANCE = "200 302 302 302 302 200 302 302"
ELSEWHERE = row("302", "302")
STAFF_HAVE_ONE = "302 302 302 302 302 302 200 200"

ACCOUNTS = {
    "account_settings": row(OWN, OWN),
    # Who is inside already is sent on.
    "login": row(ENTRANCE, ENTRANCE),
    "account_login": row(ENTRANCE, ENTRANCE),
    "account_signup": row(ENTRANCE, ENTRANCE),
    "logout": row("405", "302"),
    "account_logout": row("405", "302"),
    "account_inactive": READ,
    "account_email_verification_sent": READ,
    "account_confirm_email": row("200", "404"),
    "account_reset_password": row("200", "200"),
    "account_reset_password_done": READ,
    "account_reset_password_from_key": row("200", "200"),
    "account_reset_password_from_key_done": READ,
    "account_reauthenticate": row(OWN, OWN),
    "account_email": row(OWN, "302"),
    "account_change_password": row(OWN, OWN),
    # Everyone here has a password, and changes it.
    "account_set_password": ELSEWHERE,
    "account_go_on": LOOK,
    "usersessions_list": row(OWN, "302"),
    "mfa_index": LOOK,
    # Half way a login only.
    "mfa_authenticate": ELSEWHERE,
    "mfa_login_webauthn": ELSEWHERE,
    "mfa_reauthenticate": row(STAFF_HAVE_ONE, STAFF_HAVE_ONE),
    "mfa_reauthenticate_webauthn": ELSEWHERE,
    "mfa_activate_totp": ELSEWHERE,
    "mfa_deactivate_totp": row("302 404 404 404 404 302 302 302", "302 404 404 404 404 302 302 302"),
    # Nobody here has any.
    "mfa_view_recovery_codes": row("302 404 404 404 404 302 404 404", "302 405 405 405 405 302 405 405"),
    "mfa_download_recovery_codes": row("302 404 404 404 404 302 404 404", "302 404 404 404 404 302 404 404"),
    "mfa_generate_recovery_codes": ELSEWHERE,
    "mfa_list_webauthn": LOOK,
    "mfa_add_webauthn": ELSEWHERE,
    "mfa_edit_webauthn": ELSEWHERE,
    "mfa_remove_webauthn": ELSEWHERE,
}
