"""Dates and numbers where Django's own choice for a language is not ours; one package a language."""
