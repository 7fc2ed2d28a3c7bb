"""Every test, and every process that a test starts, has keys of its own."""

from __future__ import annotations

import os

from cryptography.fernet import Fernet

os.environ["DATA_KEYS"] = Fernet.generate_key().decode()
os.environ["SEARCH_KEY"] = Fernet.generate_key().decode()
