"""/kantoor: the pages where staff and administration work."""
