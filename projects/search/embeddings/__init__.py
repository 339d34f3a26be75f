"""The optional half of the search that goes by meaning instead of words; off unless VINDPLAATS_EMBEDDINGS is on."""
