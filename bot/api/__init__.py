"""The interface for a school's own systems: /api/v1."""
