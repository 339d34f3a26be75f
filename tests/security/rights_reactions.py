"""Who may do what with what members say of projects and lessons, and what stands in the addresses."""

from typing import Any

REACTIONS: dict[str, dict] = {}
REACTIONS_ARGUMENTS: dict[str, Any] = {}
