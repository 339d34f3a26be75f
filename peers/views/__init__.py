"""The pages of people and what they ask each other: one module a subject."""
