"""What runs inside Rasa: language only, Python 3.10, imports nothing else of bot/."""
