"""From model to text: pure functions that say what a pane shows, tested without a terminal."""
