"""`copytaster rules`: the rules of rules.toml, and what was taught to be folded or kept."""

from __future__ import annotations

import datetime
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from copytaster.cli.exits import Exit, Parser, complain
from copytaster.cli.output import print_array, print_document
from copytaster.cli.trying import try_rules
from copytaster.desk.inbox.teaching import Lesson, TaughtFile, taught_path
from copytaster.desk.keeping.errors import LedgerError
from copytaster.desk.keeping.folders import state_folder
from copytaster.desk.keeping.there import is_there
from copytaster.desk.ledger.ledger import FILE_NAME as LEDGER
from copytaster.desk.ledger.ledger import open_ledger
from copytaster.desk.rules.rules import Rule, RuleFile, rules_path
from copytaster.terminal.safe import safe_row
from copytaster.wire.article import Article, Block, Unreadable
from copytaster.wire.lines.taught import TaughtRule, Teaching, taught_copy
from copytaster.wire.reading import stream


def run(words: Sequence[str]) -> int:
    """List the rules, or try them, or take back what one did; or forget what was taught."""
    options = _parser().parse_args(words)
    if options.does == "try":
        return try_rules(options)
    if options.does == "undo":
        return _undo(options.name)
    file = TaughtFile(taught_path())
    teaching = file.current()
    if file.complaint:
        complain(file.complaint)
        return Exit.WRONG
    if options.does == "test":
        return _test(teaching, options)
    if options.does == "remove":
        return _remove(file, options.number)
    return _list(teaching, as_json=options.json)


def _list(teaching: Teaching, *, as_json: bool) -> int:
    rules = RuleFile(rules_path())
    for complaint in rules.complaints():
        complain(complaint)
    hits = _hits()
    if as_json:
        taught = [record(number, rule) for number, rule in enumerate(teaching.rules, start=1)]
        in_force = [rule_record(rule, hits.get(rule.name, 0)) for rule in rules.current()]
        print_document({"rules": in_force, "taught": taught})
    else:
        for each in rules.current():
            print(safe_row(_line(each, hits.get(each.name, 0))))
        for number, rule in enumerate(teaching.rules, start=1):
            print(f"{number:>3}  {in_words(rule)}")
    if rules.complaints():
        return Exit.WRONG
    return Exit.DONE if teaching or rules.current() else Exit.NOTHING


def _line(rule: Rule, hits: int) -> str:
    """`horoscopes  12 hits  spike  when title:horoscope`."""
    until = f"  {_until(rule)}" if rule.expires else ""
    count = f"{hits:,} hit{'' if hits == 1 else 's'}"
    return f"{rule.name}  {count}  {', '.join(rule.does())}  when {rule.when}{until}"


def _until(rule: Rule) -> str:
    return f"{'until' if _holds(rule) else 'expired'} {rule.expires}"


def _holds(rule: Rule) -> bool:
    return rule.holds(datetime.date.today())  # noqa: DTZ011 - a day as the user's calendar has it


def rule_record(rule: Rule, hits: int) -> dict[str, Any]:
    """A rule of rules.toml as a JSON object, with how many articles it hits."""
    return {
        "name": rule.name,
        "when": rule.when,
        "does": list(rule.does()),
        "expires": rule.expires.isoformat() if rule.expires else None,
        "in_force": _holds(rule),
        "hits": hits,
    }


def _hits() -> dict[str, int]:
    """How many articles each rule hits; nothing where there is no ledger yet."""
    if not is_there(state_folder() / LEDGER):
        return {}
    try:
        with closing(open_ledger(state_folder())) as ledger:
            return ledger.rules_with_hits()
    except LedgerError as error:
        complain(str(error))
        return {}


def _undo(name: str) -> int:
    """Take back all that a rule did, as one step."""
    try:
        with closing(open_ledger(state_folder())) as ledger:
            step = ledger.take_back(name)
    except LedgerError as error:
        complain(str(error))
        return Exit.WRONG
    print(safe_row(step.text if step else f"rule ‘{name}’ did nothing that stands"))
    return Exit.DONE if step else Exit.NOTHING


def record(number: int, rule: TaughtRule) -> dict[str, Any]:
    """A rule as a JSON object; what it does not limit is null."""
    return {
        "number": number,
        "fold": rule.fold,
        "phrase": rule.phrase,
        "block": rule.block,
        "opening": rule.opening,
        "source": rule.source,
        "article": rule.article,
    }


def in_words(rule: TaughtRule) -> str:
    """`fold “UP NEXT” of Norwire`, `keep “Grain prices …” in article 3f2a…`."""
    verb = "fold" if rule.fold else "keep"
    what = rule.phrase if rule.phrase is not None else f"{rule.opening or rule.block} …"
    where = [f"of {rule.source}"] if rule.source else []
    where += [f"in article {rule.article}"] if rule.article else []
    return safe_row(f"{verb} “{what}” {' '.join(where) or 'everywhere'}")


def _remove(file: TaughtFile, number: int) -> int:
    rules = file.current().rules
    if not 1 <= number <= len(rules):
        complain(f"there is no rule {number}: copytaster rules lists them")
        return Exit.WRONG
    rule = rules[number - 1]
    if problem := file.learn(Lesson(learned=(), forgotten=(rule,))):
        complain(problem)
        return Exit.WRONG
    print(f"removed: {in_words(rule)}")
    return Exit.DONE


def _test(teaching: Teaching, options: Namespace) -> int:
    found = list(stream(options.file))
    for problem in found:
        if isinstance(problem, Unreadable):
            complain(f"{problem.path}: {problem.reason}")
            return Exit.WRONG
    articles = [article for article in found if isinstance(article, Article)]
    touched = [record for article in articles for record in touches(article, teaching)]
    if options.json:
        print_array(touched)
    else:
        for each in touched:
            print(safe_row(f"{each['rule']:>3}  {each['becomes']:<7} {each['text']}"))
    return Exit.DONE if touched else Exit.NOTHING


def touches(article: Article, teaching: Teaching) -> Iterator[dict[str, Any]]:
    """Each block of an article that a rule speaks about, and what becomes of it."""
    copy = taught_copy(article, teaching)
    for parsed, taught in zip(article.blocks, copy.blocks, strict=True):
        rule = teaching.ruling(parsed, article)
        if rule is not None:
            yield {
                "rule": teaching.rules.index(rule) + 1,
                "article": article.id,
                "part": article.part,
                "lines": list(parsed.lines) if parsed.lines else None,
                "becomes": _becomes(parsed, taught),
                "text": parsed.text,
            }


def _becomes(parsed: Block, taught: Block) -> str:
    if parsed == taught:
        return "same"
    return "folded" if taught.role.folded else "kept"


def _parser() -> Parser:
    parser = Parser(
        prog="copytaster rules",
        description="The rules of rules.toml, with their hits; and what the reader was taught to"
        " fold or to keep (J, K and F in the reader), with numbers.",
        epilog=f"Without a word after it, it lists them. The rules stand in {rules_path()}.",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    words = parser.add_subparsers(dest="does", metavar="try | undo | test | remove")
    tried = words.add_parser("try", help="what rules would do; nothing is done")
    tried.add_argument("what", nargs="?", metavar="FILE|QUERY", help="default: the rules in force")
    tried.add_argument("--in", dest="folder", type=Path, help="where (default: the inbox)")
    tried.add_argument("--json", action="store_true", help="print one JSON document")
    undo = words.add_parser("undo", help="take back all that a rule did and nobody changed since")
    undo.add_argument("name", metavar="NAME")
    test = words.add_parser("test", help="which blocks of a file were taught to be folded or kept")
    test.add_argument("file", type=Path)
    test.add_argument("--json", action="store_true", help="print one JSON document")
    remove = words.add_parser("remove", help="forget what was taught")
    remove.add_argument("number", type=int, metavar="N", help="as copytaster rules counts them")
    return parser
