"""One wire format a file, each detected by content, each giving articles."""
