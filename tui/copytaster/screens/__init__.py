"""Whole screens: the three panes, help, and what else fills a terminal."""
