"""Who may do what with contact requests, and what stands in the addresses."""

from typing import Any

CONTACT: dict[str, dict] = {}
CONTACT_ARGUMENTS: dict[str, Any] = {}
