"""What goes wrong is said in one line with what to do next."""


class DatabaseUnavailable(SystemExit):
    """No database can be offered.

    A SystemExit, because it is raised while settings load: the person sees the line, not a traceback.
    """
