"""Who looked at what, and who changed the office itself."""
