"""What visitors may ask for in an address: read, checked, and turned into a question for the search engine."""
