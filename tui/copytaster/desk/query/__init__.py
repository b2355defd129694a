"""The query language, and a query as SQL."""
