"""The chat for visitors: every message stored before it is answered, and pushed to who is looking."""
