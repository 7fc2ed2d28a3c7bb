"""Conversations: the questions that a person has to answer."""
