"""The handbook's pictures, taken from the real pages with the demonstration in them."""
