"""Every call of the command line, once: what is typed after `copytaster`, and what it does.

From this one table come the README, the manual page and the completions of the shells. In a call,
capital words stand for what the user puts there, `[…]` may be left out, `|` is a choice.
"""

from __future__ import annotations

CALLS = (
    ("[PATH …]", "opens the reader on folders and files"),
    ("--plain [PATH …]", "the same desk line by line, for screen readers; nothing is repainted"),
    (
        "show FILE … [--json|--jsonl] [--raw] [--all]",
        "files as parsed; what was folded; as decoded",
    ),
    ("related FILE [--in FOLDER] [--limit N] [--json|--jsonl]", "what else tells this story"),
    (
        "related --each FOLDER [--limit N] [--json|--jsonl]",
        "the same for each article, one JSON object a line; with `--json` an array",
    ),
    ("stories FOLDER [--json]", "a folder as stories, each with its takes in order"),
    ("stories [FOLDER] --of FILE [--json]", "only the story that a file belongs to"),
    ("compare A B [--json]", "what two articles share, what is new, what does not agree"),
    ("list [QUERY] [--in FOLDER] [--json|--jsonl]", "the articles that a query matches"),
    (
        "keep FILE … [--not] [--dry-run] [--json]",
        "decides as the reader does; so do `spike`, `flag` and `tag NAME`",
    ),
    ("keep --query QUERY [--in FOLDER]", "the same about all that a query matches"),
    ("undo [N] [--redo]", "takes the last decisions back, whoever took them"),
    ("baskets [add NAME QUERY|remove NAME] [--in FOLDER] [--json]", "saved searches, counted"),
    (
        "export [QUERY] [--format md|txt|json|ninjs|eml] [--to FILE]",
        "what was kept, or matches, for others to use",
    ),
    ("ledger check|backup FILE|export", "cares for what was decided"),
    ("rules [--json]", "the rules with their hits, and what was taught to be folded or kept"),
    ("rules try [FILE|QUERY] [--in FOLDER] [--json]", "what rules would do, without doing it"),
    ("rules undo NAME", "takes back all that a rule did"),
    ("rules test FILE|remove N", "what was taught: where it folds; forget it"),
    ("index FOLDER [--json]", "reads and relates a folder ahead of time"),
    ("completions bash|zsh|fish", "completions for a shell, to be sourced"),
    ("man", "the manual page, for `man -l -`"),
    ("config [--path|--edit|--check]", "what is set, and what is wrong with it"),
    ("keys [--like copytaster|vim|newsboat|emacs] [--json]", "the keys, as they are bound"),
    ("themes", "the themes, and where your own are looked for"),
)
