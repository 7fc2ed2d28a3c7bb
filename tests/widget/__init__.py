"""A package, so that pytest closes Chromium when these tests are over and not at the very end."""
