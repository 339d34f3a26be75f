"""The words in which the rest of the app asks the database for things."""
