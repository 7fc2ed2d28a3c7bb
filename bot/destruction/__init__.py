"""Erasing closed requests after their term, with proof and without names."""
