"""copytaster: a news desk in the terminal."""
