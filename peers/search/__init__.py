"""How people and what they ask are found, by the engine of `projects.search`."""
