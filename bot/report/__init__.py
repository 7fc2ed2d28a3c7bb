"""Figures about requests, without personal data: a page for the office, a report for the board."""
