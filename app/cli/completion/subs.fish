# SPDX-License-Identifier: GPL-3.0-or-later
# fish completion of subs: asks the program (see README.md).

# Files with one of the endings $argv[2..], and folders; any file where none has. $argv[1]: how they begin.
function __subs_files
    set -l names (complete -C "__fish_command_without_completions $argv[1]")
    set -l endings (string join '|' -- (string escape --style=regex -- $argv[2..]))
    set -l fitting (string match -r -i -- "^.*(?:\\.(?:$endings)|/)\$" $names)
    set -q argv[2]; and set -q fitting[1]; and set names $fitting
    printf '%s\n' $names
end

function __subs_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l value (string replace -r -- '^--[^=]*=' '' "$current")
    set -l prefix (string match -r -- '^--[^=]*=' "$current")
    for line in ($words[1] --complete $words[2..] "$current" 2>/dev/null)
        switch $line
            case :folders
                printf '%s\n' "$prefix"(complete -C "__fish_command_without_completions $value" | string match -r '.*/$')
            case ':files*'
                printf '%s\n' "$prefix"(__subs_files "$value" (string split -n ' ' -- $line)[2..])
            case '*'
                printf '%s\n' "$prefix$line"
        end
    end
end

complete -c subs -f -a '(__subs_complete)'
complete -c subs-film -f -a '(__subs_complete)'
