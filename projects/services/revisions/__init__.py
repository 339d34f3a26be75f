"""What becomes of a text about a project: begun, saved, submitted, decided on, read again and compared."""
