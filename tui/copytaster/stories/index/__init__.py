"""The similarity index: words to vectors, vectors to neighbours, neighbours to scores."""
