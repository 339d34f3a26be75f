"""The format in which projects come in and go out; docs/import-format.md describes it for people."""
