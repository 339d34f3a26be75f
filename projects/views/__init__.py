"""Translate HTTP to and from the registry; one file a subject."""
