"""What the user decides and sees: inbox, catalogue, ledger, queries, settings. No Textual."""
