"""Articles become stories: terms, index, match, clusters. No Textual, no database."""
