"""Letters to parents: templates, previews, PDFs, and keeping what was sent."""
