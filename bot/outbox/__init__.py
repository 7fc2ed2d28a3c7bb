"""What must leave this system: written with the change itself, delivered by the worker."""
