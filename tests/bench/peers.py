# SPDX-License-Identifier: MIT
"""Other converters of SubRip and ASS, and the bare loop. What is not there is said and left out."""
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
BUILD = HERE.parents[1] / "build" / "bench"
SUBSRT = "subsrt-ts@2.1.2"


def missing(what):
    print(f"left out: {what}", file=sys.stderr, flush=True)


def subsrt():
    """The command of subsrt-ts up to the names, installed into the build folder where it is not; None without npm."""
    if not (shutil.which("node") and shutil.which("npm")):
        return missing("subsrt-ts, which needs node and npm")
    folder = BUILD / "npm"
    if not (folder / "node_modules" / "subsrt-ts").is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        install = ["npm", "install", "--prefix", folder, "--no-save", "--no-audit", "--no-fund", SUBSRT]
        if subprocess.run(install, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode != 0:
            return missing("subsrt-ts, which npm could not install")
    return ["node", HERE / "subsrt.mjs", folder]


def ffmpeg():
    return ["ffmpeg", "-nostdin", "-i"] if shutil.which("ffmpeg") else missing("ffmpeg, which is not installed")


def converters():
    """Name and command up to the names of the files, of those that are there. Input first, output last."""
    all_of_them = {"the bare loop": [BUILD / "bin" / "bare"], "ffmpeg": ffmpeg(), "subsrt-ts": subsrt()}
    return {name: command for name, command in all_of_them.items() if command}
