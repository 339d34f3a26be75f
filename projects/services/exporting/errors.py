"""What may go wrong when projects are exported."""


class CannotExport(Exception):
    """The records do not fit in this kind of file; the message says which one does not, and why."""
