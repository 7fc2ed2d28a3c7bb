"""One file per page, or per few that belong together."""
