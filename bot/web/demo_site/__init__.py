"""The site of an invented school, to see the chat where parents meet it."""
