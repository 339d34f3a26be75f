"""What the registry can be asked to do: one verb, one transaction, with audit and search in it."""
