"""What the cache knows of the files and articles of an inbox, in SQLite; lost, it is made anew."""
