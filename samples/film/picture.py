# SPDX-License-Identifier: MIT
"""Which shot is seen at which frame, and the whole picture of a frame."""

from film import day, night, rooms
from film.canvas import Canvas
from film.table import RATE

# First frame of each shot. All changes are hard cuts, but for the one that dissolves.
SHOTS = ((0, night.opening), (240, night.landing), (384, night.lantern_near), (528, day.market), (720, day.lane),
         (912, rooms.carriage), (1080, rooms.glasses_view), (1248, rooms.grandfather), (1416, night.chase),
         (1584, night.from_above), (1752, day.dawn))
DISSOLVE = range(720, 744)  # the frames that show two shots


def draw_shot(canvas: Canvas, index: int, frame: int) -> None:
    first, draw = SHOTS[index]
    draw(canvas, float((frame - first) / RATE))


def draw_number(c: Canvas, frame: int) -> None:
    """The frame's number for people, and beside it as eleven squares, the highest bit first, for programs."""
    c.rect(14, 686, 206, 24, "#05060f", rx=4, opacity=0.72)
    c.add("text", f"{frame:04}", x=22, y=704, fill="#ffffff", font_family="Noto Sans", font_size=18, font_weight="bold")
    for bit in range(11):
        on = frame >> (10 - bit) & 1
        c.rect(76 + bit * 13, 692, 10, 12, "#ffffff" if on else "#1c2033")


def picture(frame: int) -> str:
    """Frame `frame` as SVG."""
    index = max(k for k, (first, _) in enumerate(SHOTS) if first <= frame)
    canvas = Canvas()
    if frame in DISSOLVE:
        draw_shot(canvas, index - 1, frame)
        canvas.begin(opacity=(frame - DISSOLVE.start + 1) / (len(DISSOLVE) + 1))
        draw_shot(canvas, index, frame)
        canvas.end()
    else:
        draw_shot(canvas, index, frame)
    draw_number(canvas, frame)
    return canvas.svg()
