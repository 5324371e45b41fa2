# SPDX-License-Identifier: GPL-3.0-or-later
# bash completion of subs: asks the program (see README.md).

# Adds the files that begin with $1 and have one of the endings in $2, and folders; any file where none has.
_subs_files() {
    local current=$1 endings=$2 name ending
    local -a all=() fitting=()
    compopt -o filenames
    mapfile -t all < <(compgen -f -- "$current")
    for name in "${all[@]}"; do
        ending=${name##*.}
        if [[ -d ${name/#\~\//$HOME/} || " $endings " == *" ${ending,,} "* ]]; then fitting+=("$name"); fi
    done
    [[ $endings && ${#fitting[@]} -gt 0 ]] || fitting=("${all[@]}")
    COMPREPLY+=("${fitting[@]}")
}

_subs() {
    local program=${COMP_WORDS[0]/#\~\//$HOME/} line word prefix=
    local current=${COMP_WORDS[COMP_CWORD]}
    local -a answer=()
    mapfile -t answer < <("$program" --complete "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
    # Where "=" parts words, what is completed is the value; else it still has the option before it.
    if [[ $current == --*=* ]]; then prefix=${current%%=*}=; fi
    current=${current#"$prefix"}
    if [[ $current == '=' ]]; then current=; fi
    current=${current#[\"\']}
    COMPREPLY=()
    for line in "${answer[@]}"; do
        word=${line%%$'\t'*}
        case $word in
            :folders) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- "${current//\\/}") ;;
            :files*) _subs_files "${current//\\/}" "${word#:files}" ;;
            "$current"*) COMPREPLY+=("$prefix$word") ;;
        esac
    done
}
complete -F _subs subs subs-film
