"""Measurements, left out of the normal run."""
