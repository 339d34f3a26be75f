"""Measurements of time and memory; `make bench` prints them. Nothing here is part of the site."""
