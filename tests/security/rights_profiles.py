"""Who may do what with people who think along, and what stands in the addresses."""

from typing import Any

PROFILES: dict[str, dict] = {}
PROFILES_ARGUMENTS: dict[str, Any] = {}
