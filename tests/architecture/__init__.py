"""Checkers of the house rules: each takes source text and returns what is wrong, so that bad samples can be tried."""
