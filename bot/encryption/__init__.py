"""Personal data at rest: encrypted with keys that are not in the database."""
