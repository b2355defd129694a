"""A file becomes articles: bytes to text, text to blocks with roles. No Textual, no database."""
