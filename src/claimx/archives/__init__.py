"""Archives of articles: files in many formats, read one article at a time."""
