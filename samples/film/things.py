# SPDX-License-Identifier: MIT
"""What the shots are made of: sky, city, water, lanterns, people."""

from functools import lru_cache
from math import cos, pi, sin
from random import Random

from film.canvas import HEIGHT, WIDTH, Canvas

SKIN, HAIR, GOLD, LAMP = "#8a5a44", "#17122a", "#f5c66b", "#ffc15e"


def sky(c: Canvas, *colours, bottom=HEIGHT) -> None:
    c.rect(0, 0, WIDTH, bottom, c.down(*colours))


@lru_cache(None)
def star_field(seed: int, count: int, bottom: int):
    random = Random(seed)
    return [(random.uniform(0, WIDTH), random.uniform(0, bottom), random.uniform(0.5, 1.6), random.uniform(0, 6))
            for _ in range(count)]


def stars(c: Canvas, t: float, seed=1, count=90, bottom=300) -> None:
    for x, y, r, phase in star_field(seed, count, bottom):
        c.circle(x, y, r, "#e8e4ff", opacity=0.45 + 0.35 * sin(phase + t * 0.8))


def moon(c: Canvas, x, y, r) -> None:
    c.glow(x, y, r * 4.2, "#ffe9c2", 0.42)
    c.path(f"M{x - r * 0.35} {y - r * 0.94}A{r} {r} 0 1 1 {x - r * 0.94} {y + r * 0.35}"
           f"A{r * 0.92} {r * 0.92} 0 0 0 {x - r * 0.35} {y - r * 0.94}z", "#fff0d2")


@lru_cache(None)
def towers(seed: int, base: int, low: int, high: int, lit: float):
    """Outlines and lit windows of a row of houses, as path data."""
    random = Random(seed)
    walls, windows, warm, x = "", "", "", -20
    while x < WIDTH * 1.6:
        width, height = random.randint(46, 108), random.randint(low, high)
        walls += f"M{x} {base}v{-height}h{width}v{height}z"
        if random.random() < 0.4:
            walls += f"M{x + width // 2 - 2} {base - height}v{-random.randint(14, 40)}h4v50z"
        for row in range(base - height + 12, base - 10, 15):
            for column in range(x + 8, x + width - 10, 13):
                if random.random() < lit:
                    mark = f"M{column} {row}h6v8h-6z"
                    windows, warm = (windows + mark, warm) if random.random() < 0.3 else (windows, warm + mark)
        x += width + random.randint(-6, 10)
    return walls, windows, warm


def city(c: Canvas, seed, base, low, high, wall, lit=0.3, cool="#8fc7e8", warm="#f4c77a", shift=0.0, glow=0.85) -> None:
    walls, windows, lamps = towers(seed, base, low, high, lit)
    c.place(-shift, 0)
    c.path(walls, wall)
    c.path(windows, cool, opacity=glow * 0.8)
    c.path(lamps, warm, opacity=glow)
    c.end()


def stupa(c: Canvas, x, base, scale, fill, trim=GOLD) -> None:
    c.place(x, base, scale)
    c.path("M-110 0V-22H-92V-40H-76V-62H-60L-50-62Q-46-128-14-158L-5-236Q-2-262 0-290Q2-262 5-236L14-158Q46-128 50-62"
           "H60H76V-40H92V-22H110V0z", fill)
    c.path("M-5-236Q-2-262 0-290Q2-262 5-236z", trim)
    c.line("M-10-178H10M-8-196H8M-7-214H7M-46-84H46M-76-40H76M-92-22H92", trim, 1.6, opacity=0.55)
    c.end()


def viaduct(c: Canvas, y, fill, gap=168, bottom=None) -> None:
    c.rect(0, y, WIDTH, 9, fill)
    for x in range(60, WIDTH, gap):
        c.path(f"M{x - 26} {y + 9}h62l-20 18v{(bottom or HEIGHT) - y}h-22v{y - (bottom or HEIGHT)}z", fill)


def train(c: Canvas, x, y, lamp="#ffe6a8") -> None:
    """Seven carriages whose head is at x, running right, standing on y."""
    c.glow(x + 40, y - 10, 150, "#ffedb8", 0.5, 60)
    for carriage in range(7):
        left = x - 62 * (carriage + 1)
        c.rect(left, y - 24, 60, 22, "#2a2f5e", rx=5)
        c.path("".join(f"M{left + 5 + k * 11} {y - 20}h8v9h-8z" for k in range(5)), lamp)
        c.rect(left, y - 8, 60, 2, "#46c4c9", opacity=0.8)
    c.path(f"M{x - 4} {y - 24}q16 4 18 22h-18z", "#2a2f5e")
    c.circle(x + 10, y - 7, 2.6, "#ffffff")


@lru_cache(None)
def glints(seed: int, top: int, count: int):
    random = Random(seed)
    found = []
    for _ in range(count):
        depth = random.random() ** 1.4
        found.append((random.uniform(-100, WIDTH), top + 6 + depth * (HEIGHT - top), 16 + 70 * depth,
                      random.uniform(0, 6.28), 4 + 16 * depth))
    return found


def water(c: Canvas, t, top, colours, light, seed=3, count=110, flow=-1.0) -> None:
    c.rect(0, top, WIDTH, HEIGHT - top, c.down(*colours))
    span = WIDTH + 200
    for x, y, width, phase, speed in glints(seed, top, count):
        at = (x + 100 + flow * speed * t) % span - 100
        c.rect(at, y, width, 1.2 + width / 45, light, rx=1, opacity=0.10 + 0.09 * sin(phase + t * 1.3))


def reflection(c: Canvas, x, top, length, width, colour, t, strength=0.5) -> None:
    """A broken column of light on the water."""
    step = 9.0
    for k in range(int(length / step)):
        sway = sin(t * 2.1 + k * 1.7) * width * 0.25
        share = 1 - k * step / length
        c.ellipse(x + sway, top + k * step, width * (0.5 + 0.35 * sin(k * 2.3 + t * 1.7)), 2.2, colour,
                  opacity=max(0.0, strength * share))


PETALS = (-62, 62, -38, 38, -14, 14)


def lantern(c: Canvas, x, y, scale, t, phase=0.0, lit=1.0) -> None:
    """A paper lantern in a lotus, floating at y."""
    bob, flicker = sin(t * 1.6 + phase) * 1.6, lit * (0.88 + 0.12 * sin(t * 9 + phase * 3))
    c.glow(x, y - 16 * scale, 92 * scale, "#ffab4a", 0.62 * flicker)
    reflection(c, x, y + 9 * scale, 96 * scale, 15 * scale, "#ffb65a", t + phase, 0.5 * flicker)
    c.place(x, y + bob * scale, scale)
    c.path("M-13-2L-15-38Q0-43 15-38L13-2z", c.down("#ffdf94", "#ff9b3d") if lit > 0.3 else c.down("#7a5a5c", "#5b4050"))
    c.path("M-13-2L-15-38M-4.500-1L-5-41M4.500-1L5-41M13-2L15-38", stroke="#b4552a", stroke_width=1.1, opacity=0.8)
    c.ellipse(0, -13, 5, 10, "#fff6d6", opacity=0.95 * flicker)
    for turn in PETALS:
        c.add("path", d="M0 8Q-11-9 0-27Q11-9 0 8z", fill=c.down("#ffa9bd", "#c9497b"),
              stroke="#8d2c60", stroke_width=0.8, transform=f"translate({turn * 0.16:.1f} 2) rotate({turn})")
    c.ellipse(0, 8, 26, 4, "#3b1c4d", opacity=0.7)
    c.end()


def child(c: Canvas, x, y, scale, shirt, hair="short", look=0.0, rim="#ff9fae") -> None:
    """Sitting, seen from behind; y is where it sits. `look` turns the head, -1 to 1."""
    c.place(x, y, scale)
    c.path("M-25 0Q-29-44-15-55Q0-62 15-55Q29-44 25 0z", shirt)
    c.path("M15-55Q29-44 25 0", stroke=rim, stroke_width=1.4, opacity=0.5)
    c.rect(-5, -66, 10, 14, SKIN)
    head = look * 3
    c.circle(head, -78, 17, SKIN)
    c.path(f"M{head - 18}-76Q{head - 20}-98 {head}-98Q{head + 20}-98 {head + 18}-76Q{head + 14}-62 {head}-61"
           f"Q{head - 14}-62 {head - 18}-76z", HAIR)
    if hair == "long":
        c.path(f"M{head - 16}-82Q{head - 20}-40-10-26Q0-21 9-27Q{head + 19}-42 {head + 16}-82z", HAIR)
        c.line(f"M{head - 12}-62Q{head}-56 {head + 12}-62", "#d8506a", 3)
    c.path(f"M{head + 8}-96Q{head + 19}-90 {head + 18}-76", stroke=rim, stroke_width=1.3, opacity=0.55)
    c.end()


def dog(c: Canvas, x, y, scale, t, fill="#1b1530") -> None:
    """Sitting, seen from behind, its tail wagging."""
    c.place(x, y, scale)
    c.line(f"M14-5Q30-8 {32 + 4 * sin(t * 9):.1f} {-22 + 3 * cos(t * 9):.1f}", fill, 5)
    c.path("M-17 0Q-21-24-9-36Q0-41 9-36Q21-24 17 0z", fill)
    c.circle(0, -44, 11, fill)
    c.path("M-10-48L-12-63L-2-54zM10-48L12-63L2-54z", fill)
    c.end()


def drone(c: Canvas, x, y, scale, t, lamp="#ff5d5d") -> None:
    c.place(x, y, scale, 3 * sin(t * 2))
    c.path("M-16-4h32l5 6-9 6h-24l-9-6z", "#1a1c38")
    c.line("M-16-2L-34-10M16-2L34-10", "#1a1c38", 3)
    width = 9 + 9 * abs(sin(t * 23))
    c.line(f"M{-34 - width:.1f}-12H{-34 + width:.1f}M{34 - width:.1f}-12H{34 + width:.1f}", "#8f97c8", 1.6, opacity=0.8)
    c.circle(0, 4, 3, lamp, opacity=0.6 + 0.4 * sin(t * 12))
    c.end()


def beam(c: Canvas, x, y, reach, turn, spread=13, colour="#dfeaff", strength=0.4) -> None:
    fill = c.paint("linearGradient", 'x1="0" y1="0" x2="0" y2="1"', [(0, colour, strength), (1, colour, 0)])
    half = reach * sin(spread * pi / 360)
    c.place(x, y, 1, turn)
    c.path(f"M-3 0L{-half:.1f} {reach}H{half:.1f}L3 0z", fill)
    c.end()


@lru_cache(None)
def drops(seed: int, count: int):
    random = Random(seed)
    return [(random.uniform(-60, WIDTH + 60), random.uniform(0, HEIGHT), random.uniform(0.6, 1.4)) for _ in range(count)]


def rain(c: Canvas, t, colour="#cfe2ee", count=130) -> None:
    near, far = "", ""
    for x, y, speed in drops(9, count):
        fall = (y + t * 900 * speed) % (HEIGHT + 80) - 60
        mark = f"M{(x - fall * 0.12) % (WIDTH + 60):.1f} {fall:.1f}l{-3.4 * speed:.1f} {28 * speed:.1f}"
        near, far = (near + mark, far) if speed > 1 else (near, far + mark)
    c.line(far, colour, 1, opacity=0.28)
    c.line(near, colour, 1.8, opacity=0.4)
