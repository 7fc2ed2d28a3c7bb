"""Formal requests and complaints: their rules, their words and the queue they are filed in."""
