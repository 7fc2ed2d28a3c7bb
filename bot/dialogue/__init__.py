"""How a form talks: one way of asking, interrupting, changing and stopping for all forms.

Pure: a state and a message give a turn. Rasa, storage and HTTP are elsewhere.
"""
