"""Measures our configuration beside Rasa's default one, on one machine, in one run."""
