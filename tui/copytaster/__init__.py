"""copytaster: a news desk in the terminal."""

VERSION = "0.1.0"
