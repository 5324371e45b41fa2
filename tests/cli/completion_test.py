#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""completion_test.py PROGRAM: types lines and TAB into bash, zsh and fish on a terminal of their own, and looks at what they make of it.
A shell that is not installed is passed over, with a word."""
import os
import pathlib
import pty
import select
import shutil
import sys
import tempfile
import time

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
SCRIPTS = pathlib.Path(__file__).resolve().parents[2] / "app/cli/completion"
FILES = ["film.srt", "film.zip", "notes.txt", "ខ្មែរ ភាសា.ass", "my film.vtt", "folder/deep.srt", "Upper.SRT"]
# What is typed, and the words that the line has after TAB.
LINES = [
    ("subs conv", ["subs", "convert"]),
    ("subs convert --out-d", ["subs", "convert", "--out-dir"]),
    ("subs convert -t netf", ["subs", "convert", "-t", "netflix-ttml"]),
    ("subs convert --to=sb", ["subs", "convert", "--to=sbv"]),
    ("subs convert --newline cr", ["subs", "convert", "--newline", "crlf"]),
    ("subs info --lang v", ["subs", "info", "--lang", "vi"]),
    ("subs qc --profile house-k", ["subs", "qc", "--profile", "house-km"]),
    ("subs convert fil", ["subs", "convert", "film.srt"]),
    ("subs convert my", ["subs", "convert", "my film.vtt"]),
    ("subs convert ខ្មែ", ["subs", "convert", "ខ្មែរ ភាសា.ass"]),
    ("subs convert \"my", ["subs", "convert", "my film.vtt"]),
    ("subs convert my\\ f", ["subs", "convert", "my film.vtt"]),
    ("subs convert ./fil", ["subs", "convert", "./film.srt"]),
    ("subs convert -- fil", ["subs", "convert", "--", "film.srt"]),
    ("subs edit film.s", ["subs", "edit", "film.srt"]),
    ("subs --ver", ["subs", "--version"]),
    ("subs convert Upp", ["subs", "convert", "Upper.SRT"]),
    ("subs convert not", ["subs", "convert", "notes.txt"]),
    ("subs convert folder/de", ["subs", "convert", "folder/deep.srt"]),
    ("subs convert film.srt --out-dir fo", ["subs", "convert", "film.srt", "--out-dir", "folder/"]),
    ("subs convert film.srt --out-dir=fo", ["subs", "convert", "film.srt", "--out-dir=folder/"]),
]


class Terminal:
    def __init__(self, arguments, folder, environment):
        self.pid, self.end = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            os.execvpe(arguments[0], arguments, environment)

    def until(self, text, seconds=20):
        seen, limit = "", time.monotonic() + seconds
        while text not in seen and time.monotonic() < limit:
            if select.select([self.end], [], [], 0.1)[0]:
                try:
                    seen += os.read(self.end, 65536).decode(errors="replace")
                except OSError:
                    break
        return seen

    def send(self, text):
        os.write(self.end, text.encode())

    def quiet(self, seconds=0.2):
        """Waits until nothing comes."""
        while select.select([self.end], [], [], seconds)[0]:
            try:
                os.read(self.end, 65536)
            except OSError:
                break


def shells(home):
    """How each begins, and the line that loads the completion."""
    (home / "zsh").mkdir()
    shutil.copy(SCRIPTS / "_subs", home / "zsh/_subs")
    yield "bash", ["bash", "--norc", "--noprofile", "-i"], f"source '{SCRIPTS}/subs.bash'"
    yield "zsh", ["zsh", "-f", "-i"], f"fpath=('{home}/zsh' $fpath); autoload -Uz compinit; compinit -u -D; unsetopt auto_remove_slash; bindkey -e"
    yield "fish", ["fish", "--no-config", "-i"], f"source '{SCRIPTS}/subs.fish'"


def words_after(terminal, typed, number):
    """Types a line and TAB, then has the shell print the words of that line between brackets."""
    begin, end = f"<{number}{number}>", f"<{number}.{number}>"
    terminal.send(f"{typed}\t\x01printf '<%s>' {number}{number} \x05 {number}.{number}\r")
    said = terminal.until(end)
    if end not in said:
        return [said]
    words = said[said.rindex(begin):said.rindex(end)].split(">")
    return [word[1:] for word in words[1:] if word.startswith("<")]


def check(name, arguments, load, folder, home):
    environment = {"PATH": f"{PROGRAM.parent}:{os.environ['PATH']}", "HOME": str(home), "TERM": "dumb", "LC_ALL": "C.UTF-8",
                   "SUBS_SEEDS": str(SCRIPTS.parents[2] / "seeds"), "ASAN_OPTIONS": "detect_leaks=0"}
    terminal = Terminal(arguments, folder, environment)
    terminal.quiet(1)
    terminal.send(f"{load}; printf '<%s>' ready\r")
    terminal.until("<ready>")
    faults = []
    for number, (typed, expected) in enumerate(LINES, 10):
        words = words_after(terminal, typed, number)
        if words != expected:
            faults.append(f"{name}: {typed!r} became {words}, not {expected}")
    terminal.send("exit\r")
    terminal.quiet()
    os.close(terminal.end)
    os.waitpid(terminal.pid, 0)
    return faults


def main():
    faults = []
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as home:
        for name in FILES:
            path = pathlib.Path(folder, name)
            path.parent.mkdir(exist_ok=True)
            path.write_text("")
        for name, arguments, load in shells(pathlib.Path(home)):
            if shutil.which(name) is None:
                print(f"{name} is not installed")
                continue
            faults += check(name, arguments, load, folder, pathlib.Path(home))
    print("\n".join(faults))
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
