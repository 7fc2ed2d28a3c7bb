"""Dossierwijzer: answers parents' privacy questions and files their requests."""
