# SPDX-License-Identifier: MIT
"""Writes the tracks of the table as SRT and as styled ASS."""

from pathlib import Path

from film.table import Cue, start_units

TITLES = {"km": "គោមប្រាំពីរ", "en": "Seven Lanterns"}

STYLE_FORMAT = ("Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, "
                "Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, "
                "Alignment, MarginL, MarginR, MarginV, Encoding")
EVENT_FORMAT = "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text"

# The same size of letters in both scripts: libass scales a font's ascent and descent, not its em, to the size. Khmer
# stands at the top and English at the bottom, so that both can be shown at once.
FONTS = {"km": ("Khmer OS Battambang", "85", 8), "en": ("Noto Sans", "64", 2)}
COLOURS = {"Dialogue": "&H00FFFFFF", "On-screen": "&H0096E1FF"}


def style_line(name: str, language: str) -> str:
    font, size, alignment = FONTS[language]
    return (f"Style: {name},{font},{size},{COLOURS[name]},&H000000FF,&H00000000,&H7F000000,"
            f"0,0,0,0,100,100,0,0,1,3,1,{alignment},60,60,50,1")


def ass_time(centiseconds: int) -> str:
    seconds, part = divmod(centiseconds, 100)
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}.{part:02}"


def srt_time(milliseconds: int) -> str:
    seconds, part = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02},{part:03}"


def ass_event(cue: Cue) -> str:
    start = ass_time(start_units(cue.first, 100))
    end = ass_time(start_units(cue.last + 1, 100))
    text = cue.text.replace("<i>", r"{\i1}").replace("</i>", r"{\i0}").replace("\n", r"\N")
    return f"Dialogue: 0,{start},{end},{cue.style},{cue.speaker},0,0,0,,{text}"


def ass_text(cues: list[Cue], language: str) -> str:
    lines = ["[Script Info]", f"Title: {TITLES[language]}", "ScriptType: v4.00+", "WrapStyle: 0",
             "ScaledBorderAndShadow: yes", "YCbCr Matrix: TV.709", "PlayResX: 1920", "PlayResY: 1080", "",
             "[V4+ Styles]", STYLE_FORMAT, *(style_line(name, language) for name in COLOURS), "",
             "[Events]", EVENT_FORMAT, *(ass_event(cue) for cue in cues)]
    return "\n".join(lines) + "\n"


def srt_text(cues: list[Cue]) -> str:
    blocks = []
    for number, cue in enumerate(cues, 1):
        start = srt_time(start_units(cue.first, 1000))
        end = srt_time(start_units(cue.last + 1, 1000))
        blocks.append(f"{number}\n{start} --> {end}\n{cue.text}\n")
    return "\n".join(blocks)


def write_tracks(cues: list[Cue], folder: Path, name: str) -> None:
    for language in TITLES:
        own = [cue for cue in cues if cue.track == language]
        for ending, text in (("srt", srt_text(own)), ("ass", ass_text(own, language))):
            (folder / f"{name}.{language}.{ending}").write_text(text, encoding="utf-8", newline="\n")
