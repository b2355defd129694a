"""One wire format a file, each detected by content, each giving filings of articles.

To add a format:

1. Write a module here named after it. Its docstring says what the format is and where it is
   specified. `sniff(incoming)` looks at content, never at the name, and takes microseconds;
   `parse(incoming)` yields one `Filing` an article with every field that the format has. What the
   format does not know stays unset: id, language, take and urgency are found for it.
2. Import what is heavy (lxml, yaml, the parser of `email`) inside `parse`.
3. End the module with `FORMAT = Format(name, media type, sniff, parse)`, and put it into
   `registry.FORMATS` before the formats that would take its files for theirs.
4. Write tests/wire/formats/test_NAME.py, one test a trait.

A parser may raise: the file is then read as plain text, with a warning.
"""
