"""`python -m actions`: start the action server."""

from actions.server import serve

if __name__ == "__main__":
    serve()
