"""`copytaster rules`: what was taught to be folded or kept, tried on a file, and forgotten."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from copytaster.cli.exits import Exit, Parser, complain
from copytaster.cli.output import print_array
from copytaster.desk.teaching import Lesson, TaughtFile, taught_path
from copytaster.terminal.safe import safe_row
from copytaster.wire.article import Article, Block, Unreadable
from copytaster.wire.reading import stream
from copytaster.wire.taught import TaughtRule, Teaching, taught_copy


def run(words: Sequence[str]) -> int:
    """List the rules, or show what they do to a file, or remove one."""
    options = _parser().parse_args(words)
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
    if as_json:
        print_array(record(number, rule) for number, rule in enumerate(teaching.rules, start=1))
    else:
        for number, rule in enumerate(teaching.rules, start=1):
            print(f"{number:>3}  {in_words(rule)}")
    return Exit.DONE if teaching else Exit.NOTHING


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
        description="What the reader was taught to fold or to keep (J, K and F in the reader).",
        epilog="Without a word after it, it lists the rules.",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    words = parser.add_subparsers(dest="does", metavar="test | remove")
    test = words.add_parser("test", help="which blocks of a file the rules touch")
    test.add_argument("file", type=Path)
    test.add_argument("--json", action="store_true", help="print one JSON document")
    remove = words.add_parser("remove", help="forget a rule")
    remove.add_argument("number", type=int, metavar="N", help="as copytaster rules counts them")
    return parser
