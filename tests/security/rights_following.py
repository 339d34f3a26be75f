"""Who may do what with what people follow and the newsletter, and what stands in the addresses."""

from typing import Any

FOLLOWING: dict[str, dict] = {}
FOLLOWING_ARGUMENTS: dict[str, Any] = {}
