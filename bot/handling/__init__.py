"""Working a request: what can be done now, with the letter that goes with it."""
