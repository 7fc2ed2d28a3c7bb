"""Pure parsers of what people type: `parse(text, today)` gives a Parsed value or a Problem."""
