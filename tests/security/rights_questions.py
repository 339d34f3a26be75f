"""Who may do what with questions and answers, and what stands in the addresses."""

from typing import Any

QUESTIONS: dict[str, dict] = {}
QUESTIONS_ARGUMENTS: dict[str, Any] = {}
