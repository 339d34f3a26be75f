"""A person who will answer: requests for contact that the site passes on, without either address."""
