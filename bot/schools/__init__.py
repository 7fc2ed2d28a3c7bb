"""Schools of one board: who they are, when they can be reached, what their rules say."""
