"""The settings: the one table of them, the file they stand in, and commands of the user's own."""
