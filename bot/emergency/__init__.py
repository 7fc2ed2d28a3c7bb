"""Danger for a child, or self-harm: one rule for the engine and for the page in front of it."""
