"""`copytaster completions bash|zsh|fish`: what a shell needs to complete a call, to be sourced."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copytaster.cli.exits import Exit, Parser
from copytaster.cli.parsers import Option, options_of, words


def run(arguments: Sequence[str]) -> int:
    """Print the completions of one shell."""
    parser = Parser(
        prog="copytaster completions",
        description="Completions for a shell: source <(copytaster completions bash)",
    )
    parser.add_argument("shell", choices=SHELLS, help="which shell")
    print("\n".join(SHELLS[parser.parse_args(arguments).shell]()))
    return Exit.DONE


def _bash() -> Iterator[str]:
    yield "# bash completion for copytaster"
    yield "_copytaster_offer() {"
    yield "    local each"
    yield '    while IFS= read -r each; do COMPREPLY+=("$each"); done < <(compgen "$@")'
    yield "}"
    yield "_copytaster() {"
    yield '    local word="${COMP_WORDS[1]}" before="${COMP_WORDS[COMP_CWORD-1]}"'
    yield '    local here="${COMP_WORDS[COMP_CWORD]}" given=""'
    yield "    COMPREPLY=()"
    yield '    if [[ $COMP_CWORD -eq 1 ]]; then word=""; fi'
    yield '    case "$word" in'
    for word, _ in words():
        yield from _bash_case(word, options_of(word))
    first = " ".join([*(word for word, _ in words()), *_names(options_of(""))])
    yield f'    *) if [[ -z $word ]]; then given="{first}"; fi ;;'
    yield "    esac"
    yield '    _copytaster_offer -W "$given" -- "$here"'
    yield '    if [[ $here != -* ]]; then _copytaster_offer -f -- "$here"; fi'
    yield "}"
    yield "complete -o filenames -F _copytaster copytaster"


def _bash_case(word: str, options: list[Option]) -> Iterator[str]:
    yield f"    {word})"
    followed = [each for each in options if each.names and each.takes]
    if followed:
        yield '        case "$before" in'
        for each in followed:
            yield f"        {'|'.join(each.names)}) {_bash_value(each)}; return ;;"
        yield "        esac"
    offered = [*_names(options), *_choices(options)]
    yield f'        given="{" ".join(offered)}" ;;'


def _bash_value(option: Option) -> str:
    if option.choices:
        return f'_copytaster_offer -W "{" ".join(option.choices)}" -- "$here"'
    kind = {"folder": "-d", "file": "-f"}.get(option.takes, "")
    return f'_copytaster_offer {kind} -- "$here"' if kind else ":"


def _zsh() -> Iterator[str]:
    yield "#compdef copytaster"
    yield "_copytaster() {"
    yield "    if (( CURRENT == 2 )); then"
    yield "        local -a named=("
    yield from (f"            {_quoted(f'{word}:{about}')}" for word, about in words())
    yield "        )"
    yield "        _describe 'subcommand' named"
    yield f"        _arguments {' '.join(_zsh_arguments(options_of('')))}"
    yield "        return"
    yield "    fi"
    yield "    case $words[2] in"
    for word, _ in words():
        given = " ".join(_zsh_arguments(options_of(word)))
        yield f"    {word}) shift words; (( CURRENT-- )); _arguments {given} ;;"
    yield "    *) _files ;;"
    yield "    esac"
    yield "}"
    yield 'if [[ $funcstack[1] == _copytaster ]]; then _copytaster "$@"'
    yield "else compdef _copytaster copytaster; fi"


def _zsh_arguments(options: list[Option]) -> Iterator[str]:
    for option in options:
        for name in option.names:
            said = option.help.replace("[", "(").replace("]", ")").replace(":", " ")
            yield _quoted(f"{name}[{said}]{_zsh_value(option)}")
    yield from (_quoted(f"1:word:({' '.join(_choices(options))})") for _ in _choices(options)[:1])
    yield _quoted("*:file:_files")


def _zsh_value(option: Option) -> str:
    if option.choices:
        return f":value:({' '.join(option.choices)})"
    known = {"": "", "folder": ":folder:_files -/", "file": ":file:_files"}
    return known.get(option.takes, ":text:")


def _fish() -> Iterator[str]:
    yield "# fish completion for copytaster"
    alone = "-n __fish_use_subcommand"
    for word, about in words():
        yield f"complete -c copytaster {alone} -a {word} -d {_quoted(about)}"
    yield from (_fish_line(alone, option) for option in options_of("") if option.names)
    for word, _ in words():
        seen = _quoted(f"__fish_seen_subcommand_from {word}")
        options = options_of(word)
        yield from (_fish_line(f"-n {seen}", option) for option in options if option.names)
        if chosen := _choices(options):
            yield f"complete -c copytaster -n {seen} -a {_quoted(' '.join(chosen))}"


def _fish_line(when: str, option: Option) -> str:
    names = " ".join(
        f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names
    )
    value = ""
    if option.choices:
        value = f" -x -a {_quoted(' '.join(option.choices))}"
    elif option.takes:
        value = {"folder": " -x -a '(__fish_complete_directories)'", "file": " -r"}.get(
            option.takes, " -x"
        )
    return f"complete -c copytaster {when} {names}{value} -d {_quoted(option.help)}"


def _names(options: list[Option]) -> list[str]:
    return list(dict.fromkeys(name for each in options for name in each.names))


def _choices(options: list[Option]) -> list[str]:
    """The words that an argument without a name may be."""
    return [choice for each in options if not each.names for choice in each.choices]


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "’") + "'"


SHELLS = {"bash": _bash, "zsh": _zsh, "fish": _fish}
