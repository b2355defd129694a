"""How the desk keeps things on the disk: folders, whole files, transactions, what was left."""
