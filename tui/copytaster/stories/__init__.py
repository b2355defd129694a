"""Articles become stories: terms, index, match, clusters. No Textual, no database."""

import os

# numpy is met in this room first. Its products here are tiny: threads for them would only fight
# with the parse workers over the cores (measured: 25 ms a query instead of 2 on two busy cores).
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
