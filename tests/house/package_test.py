#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""package_test.py BUILD [CMAKE-OPTION...]: installs the library built in BUILD, then configures, builds and runs its example, which finds it
by find_package(subs) alone. Then installs the command line, and looks whether its manual and completion are where man and the shells look."""
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]


def run(*command, **options):
    done = subprocess.run(command, capture_output=True, encoding="utf-8", **options)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout


def check_program(build):
    with tempfile.TemporaryDirectory() as prefix:
        run("cmake", "--install", build, "--component", "subs", "--prefix", prefix)
        for name in ("man/man1/subs.1", "man/man1/subs-convert.1", "bash-completion/completions/subs", "zsh/site-functions/_subs",
                     "fish/vendor_completions.d/subs.fish", "subs/profiles/house-km.toml"):
            assert pathlib.Path(prefix, "share", name).is_file(), f"{name} is not installed"
        assert "house-km" in run(f"{prefix}/bin/subs", "--complete", "qc", "--profile", ""), "its profiles are not found"


def main():
    build, options = sys.argv[1], sys.argv[2:]
    with tempfile.TemporaryDirectory() as folder:
        prefix, example = f"{folder}/prefix", f"{folder}/example"
        run("cmake", "--install", build, "--component", "libsubs", "--prefix", prefix)
        installed = {path.name: path.read_text() for path in pathlib.Path(prefix).rglob("doc/**/*.txt")}
        for licence in (ROOT / "libsubs/data/khmer").rglob("LICENSE*"):
            assert licence.read_text() in installed.values(), f"{licence} is not installed"
        assert "MIT.txt" in installed, "MIT.txt is not installed"
        run("cmake", "-S", ROOT / "libsubs/example", "-B", example, f"-DCMAKE_PREFIX_PATH={prefix}", *options)
        run("cmake", "--build", example)
        program, text = f"{example}/khmer_words", {"input": "ខ្ញុំទៅផ្សារ\n"}
        said = run(program, "Khmer OS Battambang", **text)
        replaced = subprocess.run([program, "No Such Font"], capture_output=True, encoding="utf-8", **text)
    words, clusters, width = said.rstrip("\n").split("\t")
    assert words == "ខ្ញុំ|ទៅ|ផ្សារ", words
    assert clusters == "4", clusters
    assert float(width) > 1, width
    assert replaced.returncode == 0 and 'no font "No Such Font"' in replaced.stderr, replaced.stderr
    check_program(build)


if __name__ == "__main__":
    main()
