"""Between Textual and the terminal: safe text, and a driver that writes only what changed."""
