"""The answers as data: titles, sources, the month they were checked, how they read."""
