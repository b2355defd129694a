# bash completion for copytaster
_copytaster_offer() {
    local each
    while IFS= read -r each; do COMPREPLY+=("$each"); done < <(compgen "$@")
}
_copytaster() {
    local word="${COMP_WORDS[1]}" before="${COMP_WORDS[COMP_CWORD-1]}"
    local here="${COMP_WORDS[COMP_CWORD]}" given=""
    COMPREPLY=()
    if [[ $COMP_CWORD -eq 1 ]]; then word=""; fi
    case "$word" in
    show)
        given="-h --help --raw --all --json --jsonl" ;;
    related)
        case "$before" in
        --in) _copytaster_offer -d -- "$here"; return ;;
        --each) _copytaster_offer -d -- "$here"; return ;;
        --limit) :; return ;;
        esac
        given="-h --help --in --each --limit --json --jsonl" ;;
    stories)
        case "$before" in
        --of) _copytaster_offer -f -- "$here"; return ;;
        esac
        given="-h --help --of --json" ;;
    compare)
        given="-h --help --json" ;;
    list)
        case "$before" in
        --in) _copytaster_offer -d -- "$here"; return ;;
        --search) :; return ;;
        --sort) _copytaster_offer -W "newest oldest urgent source title" -- "$here"; return ;;
        esac
        given="-h --help --in --search --sort --json --jsonl" ;;
    keep)
        case "$before" in
        --query) :; return ;;
        --in) _copytaster_offer -d -- "$here"; return ;;
        esac
        given="-h --help --query --in --embargoed --not --dry-run --json" ;;
    spike)
        case "$before" in
        --query) :; return ;;
        --in) _copytaster_offer -d -- "$here"; return ;;
        esac
        given="-h --help --query --in --not --dry-run --json" ;;
    flag)
        case "$before" in
        --query) :; return ;;
        --in) _copytaster_offer -d -- "$here"; return ;;
        esac
        given="-h --help --query --in --not --dry-run --json" ;;
    tag)
        case "$before" in
        --query) :; return ;;
        --in) _copytaster_offer -d -- "$here"; return ;;
        esac
        given="-h --help --query --in --not --dry-run --json" ;;
    undo)
        given="-h --help --redo --json" ;;
    baskets)
        case "$before" in
        --in) _copytaster_offer -d -- "$here"; return ;;
        esac
        given="-h --help --in --json add remove" ;;
    export)
        case "$before" in
        --in) _copytaster_offer -d -- "$here"; return ;;
        --format) _copytaster_offer -W "md txt json ninjs eml" -- "$here"; return ;;
        --to) _copytaster_offer -f -- "$here"; return ;;
        esac
        given="-h --help --in --format --to --embargoed --killed" ;;
    ledger)
        given="-h --help --history --json check backup export" ;;
    index)
        given="-h --help --json" ;;
    rules)
        case "$before" in
        --in) _copytaster_offer -d -- "$here"; return ;;
        esac
        given="-h --help --json --in try undo test remove" ;;
    completions)
        given="-h --help bash zsh fish" ;;
    man)
        given="-h --help" ;;
    config)
        given="-h --help --path --edit --check" ;;
    keys)
        case "$before" in
        --like) _copytaster_offer -W "copytaster vim newsboat emacs" -- "$here"; return ;;
        esac
        given="-h --help --json --like" ;;
    themes)
        given="-h --help" ;;
    *) if [[ -z $word ]]; then given="show related stories compare list keep spike flag tag undo baskets export ledger index rules completions man config keys themes --plain -h --help --version"; fi ;;
    esac
    _copytaster_offer -W "$given" -- "$here"
    if [[ $here != -* ]]; then _copytaster_offer -f -- "$here"; fi
}
complete -o filenames -F _copytaster copytaster
