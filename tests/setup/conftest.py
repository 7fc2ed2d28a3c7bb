from tests.setup.support import server, wheel

__all__ = ["server", "wheel"]
