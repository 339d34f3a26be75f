"""The pages on which members write projects, send them in and keep them up to date."""
