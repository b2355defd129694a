"""The reading screen, and its parts: each adds a few actions to what the screen has on show."""
