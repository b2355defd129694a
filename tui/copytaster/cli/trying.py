"""`copytaster rules try`: what rules would do to the articles that are there, without doing it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from copytaster.cli.exits import Exit, complain
from copytaster.cli.output import print_array
from copytaster.cli.places import asked, read_desk
from copytaster.cli.selection import query_complaint
from copytaster.desk.desk import Desk
from copytaster.desk.keeping.there import file_is_there, is_there
from copytaster.desk.rules.rules import Rule, RuleFile, rules_path
from copytaster.desk.words.rows import Row, View
from copytaster.terminal.safe import safe_row

SHOWN = 5
"""Articles named of each rule; `--json` names all."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A rule, and the articles that its query matches, the newest first."""

    rule: Rule
    rows: Sequence[Row]


def try_rules(options: Namespace) -> Exit:
    """Try the rules in force, those of a file, or a query alone."""
    rules = _rules(options.what)
    if isinstance(rules, str):
        complain(rules)
        return Exit.WRONG
    asks = asked(options.folder)
    if isinstance(asks, str):
        complain(asks)
        return Exit.WRONG
    said = RuleFile(rules_path()).complaints()
    with read_desk(asks.places, asks.settings, said=said) as desk:
        trials = [Trial(rule, desk.rows(desk.order(View(rule.when)))) for rule in rules]
        print_array(map(_record, trials)) if options.json else _print(desk, trials)
    return Exit.DONE if any(trial.rows for trial in trials) else Exit.NOTHING


def _rules(what: str | None) -> Sequence[Rule] | str:
    """The rules to try, or what is wrong; a file is known by its being there, or by its suffix."""
    if what is not None and not what.endswith(".toml") and not file_is_there(Path(what)):
        complaint = query_complaint(what)
        return complaint or [Rule("this query", what)]
    path = rules_path() if what is None else Path(what)
    if not is_there(path):
        return f"{path}: no such file"
    file = RuleFile(path)
    for complaint in file.complaints():
        complain(complaint)
    return file.current()


def _print(desk: Desk, trials: Sequence[Trial]) -> None:
    total = desk.counts().total
    for trial in trials:
        does = ", ".join(trial.rule.does())
        would = f"would {does}: " if does else "matches "
        print(safe_row(f"{trial.rule.name}: {would}{len(trial.rows):,} of {total:,} articles"))
        for row in trial.rows[:SHOWN]:
            print(safe_row(f"    {row.title}{_unless(trial.rule, row)}"))
        if len(trial.rows) > SHOWN:
            print(f"    … and {len(trial.rows) - SHOWN:,} more")


def _unless(rule: Rule, row: Row) -> str:
    """Why a rule that spikes leaves an article as it is."""
    return f"  (stays {row.verdict})" if rule.spike and row.verdict else ""


def _record(trial: Trial) -> dict[str, Any]:
    return {
        "name": trial.rule.name,
        "when": trial.rule.when,
        "does": list(trial.rule.does()),
        "articles": [*_articles(trial.rows)],
    }


def _articles(rows: Sequence[Row]) -> Iterator[dict[str, Any]]:
    for row in rows:
        verdict = row.verdict.value if row.verdict else None
        yield {"id": row.id, "path": row.path, "title": row.title, "verdict": verdict}
