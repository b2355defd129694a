"""The words that pass between screen, desk and back room: values, without behaviour."""
