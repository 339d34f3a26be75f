"""Who may do what with institutes. The institute of the registry is a verified one.

Its invitation went to an address that none of the roles has; its registration was sent in already.
"""

from tests.security.rows import READ, row

# Who may enter from within, and who may run it; for others it is not there.
INSIDE = "302 404 200 200 404 302 200 200"
RUNS = "302 404 404 200 404 302 200 200"
NOT_READ = "302 405 405 405 405 302 405 405"
# A form that is sent empty is shown again.
EMPTY = row(RUNS, RUNS)

INSTITUTES = {
    "projects:institute_list": READ,
    "projects:institute_detail": READ,
    "projects:institute_names": READ,
    # Without an account; who has the secret address may do all of it.
    "projects:registration_start": row("200", "200"),
    "projects:registration": READ,
    "projects:registration_step": row("302", "302"),
    "projects:registration_twins": row("302", "302"),
    "projects:registration_withdraw": row("405", "302"),
    # What takes part is not taken over: on to joining it.
    "projects:claim_institute": row("302", "302"),
    "projects:join_institute": row("302 200 200 200 200 302 200 200", "302 200 200 200 200 302 200 200"),
    "projects:invitation": row("200", "302"),
    "projects:my_institute": row(INSIDE, NOT_READ),
    "projects:institute_edit": EMPTY,
    "projects:institute_logo": row(NOT_READ, RUNS),
    "projects:members": row(INSIDE, NOT_READ),
    # Without saying what is to be done nothing is, and one is back at the list.
    "projects:member": row(RUNS, "302 404 404 302 404 302 302 302"),
    "projects:member_invite": row(NOT_READ, RUNS),
    "projects:invitation_manage": row(NOT_READ, "302 404 404 302 404 302 302 302"),
    # "member" has a request open, so may take it back; the outsider belongs elsewhere.
    "projects:institute_leave": row("302 200 200 200 404 302 404 404", "302 302 302 302 404 302 404 404"),
    "media": row("404", "405"),
}

INSTITUTE_ARGUMENTS = {
    **{
        f"projects:{name}": lambda registry: {"slug": registry.institute.slug}
        for name in (
            "claim_institute",
            "join_institute",
            "my_institute",
            "institute_edit",
            "institute_logo",
            "members",
            "member_invite",
            "institute_leave",
        )
    },
    **{
        f"projects:{name}": lambda registry: {"token": registry.registration.token}
        for name in ("registration", "registration_twins", "registration_withdraw")
    },
    "projects:registration_step": lambda registry: {"token": registry.registration.token, "step": "wie"},
    "projects:member": lambda registry: {"slug": registry.institute.slug, "pk": registry.membership.pk},
    "projects:invitation_manage": lambda registry: {"slug": registry.institute.slug, "pk": registry.invitation.pk},
    "projects:invitation": lambda registry: {"token": registry.invitation.token},
    "media": lambda registry: {"name": "logos/bestaat-niet.webp"},
}
