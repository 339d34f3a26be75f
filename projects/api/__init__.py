"""The registry for programs: read-only JSON, described at /api/v1/openapi.json; see docs/api.md."""
