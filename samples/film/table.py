# SPDX-License-Identifier: MIT
"""The table of cues, and the times at which a player shows exactly the frames that it names."""

from dataclasses import dataclass
from fractions import Fraction
from math import floor
from pathlib import Path

RATE = Fraction(24000, 1001)
FRAME_COUNT = 1920


@dataclass(frozen=True)
class Cue:
    track: str
    first: int  # frame
    last: int  # frame, still shown
    speaker: str
    style: str
    text: str  # lines joined by \n, italics as <i>…</i>
    spoken: str  # what the stand-in voice reads


def read_table(path: Path) -> list[Cue]:
    """The cues of every track, in the order of the file."""
    cues = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            track, first, last, speaker, style, text, spoken = line.split("\t")
            cues.append(Cue(track, int(first), int(last), speaker, style,
                            text.replace("|", "\n"), spoken))
    return cues


def seconds_at(frame: int) -> Fraction:
    return frame / RATE


def start_units(frame: int, units_a_second: int) -> int:
    """The middle between the frame before and `frame`, rounded to a unit: shown from `frame` on, whether a player
    rounds or cuts its own times. The end of a cue is the start of the frame after its last one."""
    if frame == 0:
        return 0
    middle = (frame - Fraction(1, 2)) / RATE
    return floor(middle * units_a_second + Fraction(1, 2))
