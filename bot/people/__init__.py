"""The people of the office: accounts, roles, signing in."""
