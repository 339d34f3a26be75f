"""How long it takes to hold new projects against saved searches."""
