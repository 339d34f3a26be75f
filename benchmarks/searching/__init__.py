"""Measurements of the search, beside two engines of others on the same texts; `make bench-search` prints them."""
