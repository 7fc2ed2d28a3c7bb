"""Rasa actions: one file each, thin. What they do lives in bot/."""
