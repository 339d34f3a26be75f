"""How lists of people and questions are narrowed."""
