"""What leaves the desk: articles as Markdown, text, JSON, ninjs or mail, fit to be passed on."""
