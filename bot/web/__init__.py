"""The public process: the office, the parent's status page, the interface for other systems."""
