"""The words in which people and what they ask of each other are looked up."""
