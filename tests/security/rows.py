"""How a row of the table of rights is written: what each role gets for a GET and for a POST.

The columns are those of `tests.security.people.ROLES`: visitor, member, colleague, manager, outsider, left, moderator,
administrator.
"""

# Six roles are sent to the login page; what follows is for a moderator and an administrator.
OUT = "302 302 302 302 302 302"


def row(get: str, post: str) -> dict[str, tuple[int, ...]]:
    """Read a row: eight numbers for GET and eight for POST, or one number that holds for all."""
    return {"GET": _columns(get), "POST": _columns(post)}


def staff(get: str, post: str) -> dict[str, tuple[int, ...]]:
    """Read a row of the admin: two numbers for GET and two for POST."""
    return row(f"{OUT} {get}", f"{OUT} {post}")


def _columns(text: str) -> tuple[int, ...]:
    numbers = tuple(map(int, text.split()))
    return numbers * 8 if len(numbers) == 1 else numbers


READ = row("200", "405")
"""Everyone reads, nobody writes."""
