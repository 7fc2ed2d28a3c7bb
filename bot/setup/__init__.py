"""Prepares a machine: runs on any Python from 3.8 and on its standard library alone."""
