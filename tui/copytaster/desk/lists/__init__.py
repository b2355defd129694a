"""Views become rows in order: sorted, narrowed, searched, folded by story, counted in baskets."""
