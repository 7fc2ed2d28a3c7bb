"""The engine processes, as the web process and the worker reach them."""
