"""What happened to an object, read from the audit tables and told in words."""
