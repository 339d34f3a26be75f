"""Who may do what with institutes. The institute of the registry is a verified one."""

from tests.security.rows import READ

INSTITUTES = {
    "projects:institute_list": READ,
    "projects:institute_detail": READ,
}
