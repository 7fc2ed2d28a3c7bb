"""The demonstration: a board with three schools and a year of made-up requests."""
