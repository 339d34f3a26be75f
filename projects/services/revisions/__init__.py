"""What becomes of a text about a project: begun, saved, submitted, decided on, read again and compared.

All locks are taken in one order: the case of the moderators, the project, the revision.
"""

from projects.services.revisions.beginning import begin_edit, begin_new, restore
from projects.services.revisions.deciding import accept, mark_reviewed, return_with_reason
from projects.services.revisions.differences import FieldDifference, changed_fields, differences
from projects.services.revisions.ownership import forget_writer, hand_over
from projects.services.revisions.saving import save_section
from projects.services.revisions.sending import discard, submit, withdraw
from projects.services.revisions.uploading import discard_upload, keep_upload, submit_upload

__all__ = [
    "FieldDifference",
    "accept",
    "begin_edit",
    "begin_new",
    "changed_fields",
    "differences",
    "discard",
    "discard_upload",
    "forget_writer",
    "hand_over",
    "keep_upload",
    "mark_reviewed",
    "restore",
    "return_with_reason",
    "save_section",
    "submit",
    "submit_upload",
    "withdraw",
]
