"""Two texts side by side: which sentences are shared, which are new, and what does not agree.

`comparison` is the way in for two articles, `revision` for two versions of one item, `novelty` for
an article against all that was read before.
"""
