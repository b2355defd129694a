"""The panes: each owns its cursor, its scroll and its actions."""
