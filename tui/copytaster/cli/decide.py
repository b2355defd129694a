"""`copytaster keep`, `spike`, `flag`, `tag`: the decisions of the reader, for scripts.

They go into the same ledger, so every reader that is open shows them within a second, and `undo`,
here or in a reader, takes them back.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from contextlib import closing

from copytaster.cli.exits import Exit, Parser, complain
from copytaster.cli.output import print_document
from copytaster.cli.selection import Selection, add_selection, selected
from copytaster.desk.keeping.errors import LedgerError
from copytaster.desk.keeping.folders import state_folder
from copytaster.desk.ledger import decisions
from copytaster.desk.ledger.decisions import Decision, judged, named, tagged
from copytaster.desk.ledger.fields import Item
from copytaster.desk.ledger.ledger import Ledger, open_ledger
from copytaster.desk.words.rows import Verdict
from copytaster.terminal.safe import safe_row


def keep(words: Sequence[str]) -> int:
    """Keep articles; with `--not`, keep them no longer."""
    options = _parser("keep").parse_intermixed_args(words)
    return _decide(options, judged(Verdict.KEPT), judged(None))


def spike(words: Sequence[str]) -> int:
    """Spike articles; with `--not`, take them off the spike."""
    options = _parser("spike").parse_intermixed_args(words)
    return _decide(options, judged(Verdict.SPIKED), judged(None))


def flag(words: Sequence[str]) -> int:
    """Flag articles, or take the flag away."""
    options = _parser("flag").parse_intermixed_args(words)
    return _decide(options, decisions.flagged(flagged=True), decisions.flagged(flagged=False))


def tag(words: Sequence[str]) -> int:
    """Give articles a tag, or take it away."""
    options = _parser("tag").parse_intermixed_args(words)
    name = options.name.strip()
    if not name:
        complain("a tag needs a name")
        return Exit.WRONG
    return _decide(options, tagged(name, tagged=True), tagged(name, tagged=False))


def _decide(options: Namespace, decision: Decision, reverse: Decision) -> Exit:
    selection = selected(options)
    if isinstance(selection, str):
        complain(selection)
        return Exit.WRONG
    if not options.embargoed and not options.reverse:
        selection = selection.without_waiting()
    try:
        with closing(open_ledger(state_folder())) as ledger:
            found = ledger.values(selection.items, decision.field, decision.detail)
            if options.reverse:
                items = [each for each in selection.items if found[each.key] == decision.value]
                decision = reverse
            else:
                items = [each for each in selection.items if found[each.key] != decision.value]
            if items and not options.dry_run:
                _write(ledger, items, decision)
    except LedgerError as error:
        complain(str(error))
        return Exit.WRONG
    return _answer(options, selection, items, decision)


def _write(ledger: Ledger, items: Sequence[Item], decision: Decision) -> None:
    ledger.decide(
        items, decision.field, decision.value, decision.about(items), detail=decision.detail
    )


def _answer(
    options: Namespace, selection: Selection, items: Sequence[Item], decision: Decision
) -> Exit:
    text = _text(selection, items, decision, reverse=options.reverse)
    if options.json:
        print_document(
            {
                "text": text,
                "articles": len(items),
                "already": len(selection.items) - len(items),
                "dry_run": options.dry_run,
                "ids": [item.id for item in items],
            }
        )
    else:
        print(safe_row(f"dry run: {text}" if options.dry_run else text))
    if not selection.whole:
        return Exit.WRONG
    return Exit.DONE if items else Exit.NOTHING


def _text(selection: Selection, items: Sequence[Item], decision: Decision, *, reverse: bool) -> str:
    if items:
        return decision.about(items)
    if not selection.items:
        return "nothing to do: no such article"
    if reverse:
        return f"nothing to take back from {named(selection.items)}"
    return f"already {decision.about(selection.items)}"


def _parser(word: str) -> Parser:
    described = {
        "keep": "Keep articles, as s does in the reader.",
        "spike": "Spike articles, as x does in the reader.",
        "flag": "Flag articles, as f does in the reader.",
        "tag": "Give articles a tag.",
    }
    parser = Parser(prog=f"copytaster {word}", description=described[word])
    if word == "tag":
        parser.add_argument("name", metavar="NAME", help="the tag")
    add_selection(parser)
    parser.set_defaults(embargoed=word != "keep")
    if word == "keep":
        parser.add_argument("--embargoed", action="store_true", help="also what must wait")
    parser.add_argument("--not", dest="reverse", action="store_true", help="take it back")
    parser.add_argument("--dry-run", action="store_true", help="only say what would be done")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    return parser
