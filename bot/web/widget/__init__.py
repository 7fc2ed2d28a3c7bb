"""The chat on a school's own page: one script, made of the modules in `source`."""
