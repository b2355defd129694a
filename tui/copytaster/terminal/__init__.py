"""What stands between Textual and the terminal: safe text, and the driver that writes only what changed."""
