"""A file is opened: its bytes, its text, and what is no wire file."""
