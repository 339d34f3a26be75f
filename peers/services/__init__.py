"""What people do for each other: one module a subject."""
