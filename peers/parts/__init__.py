"""What people bring to the pages of the registry: one module a subject, registered with `projects.hooks`."""
