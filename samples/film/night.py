# SPDX-License-Identifier: MIT
"""The shots on the river at night. Each draws itself at t seconds after its first frame."""

from math import cos, pi, sin

from film.canvas import HEIGHT, WIDTH, Canvas
from film.things import (beam, child, city, dog, drone, lantern, moon, reflection, sky, star_field, stars, stupa,
                         train, viaduct, water)

NIGHT = ("#0b1033", "#1c1b52", "#47327a", "#a04f86", "#f0896f")
RIVER = ("#5b3a7c", "#2b2460", "#12143c", "#0a0c26")
SHIRTS = ("#2c8a86", "#b5485f")


def far_shore(c: Canvas, t, horizon) -> None:
    sky(c, *NIGHT, bottom=horizon)
    stars(c, t, bottom=horizon - 140)
    city(c, 11, horizon, 60, 150, "#3a2b6b", 0.22, glow=0.5)
    city(c, 5, horizon, 30, 96, "#231d52", 0.34, shift=40)


def opening(c: Canvas, t) -> None:
    """The river, the train, seven lanterns going upstream, two children and a dog on the landing."""
    horizon = 408
    far_shore(c, t, horizon)
    moon(c, 1050, 122, 40)
    stupa(c, 470, horizon, 1.0, "#2a1f55")
    viaduct(c, 352, "#191842", bottom=horizon)
    train(c, -60 + t * 168, 352)
    drone(c, 250 + 14 * t, 150 + 5 * sin(t), 0.7, t)
    water(c, t, horizon, RIVER, "#ffd9b0")
    reflection(c, 1050, horizon + 6, 290, 40, "#ffe3b4", t, 0.42)
    reflection(c, 470, horizon + 6, 90, 10, "#f5c66b", t, 0.4)
    for k in range(7):
        lantern(c, 1120 - k * 128 - 9 * t, 452 + 24 * ((k * 5) % 7) / 3 + k * 4, 0.50 + 0.055 * ((k * 5) % 7), t, k * 1.3)
    c.path(f"M420 {HEIGHT}L520 596H800L900 {HEIGHT}z", "#0c0b24")
    c.path("M520 596H800L806 606H514z", "#2b2550")
    c.line("M500 618H820M478 644H842M452 674H868", "#1d1a3e", 2)
    child(c, 628, 600, 0.98, SHIRTS[0], "long", 0.5 * sin(t * 0.7))
    child(c, 700, 600, 0.86, SHIRTS[1], look=-0.6 if t > 5 else 0.4)
    dog(c, 764, 600, 0.8, t)


def landing(c: Canvas, t) -> None:
    """Nearer: the two children against lights out of focus."""
    c.begin(transform=f"translate(0 {-4 * t:.2f}) scale({1 + 0.008 * t:.4f})")
    sky(c, "#141447", "#33286b", "#8a4a84", "#e58b78", bottom=330)
    for k, (x, y, r, phase) in enumerate(star_field(21, 46, 300)):
        c.circle(x, 150 + y * 0.55, 9 + r * 15, ("#ffc879", "#ff9f8a", "#8fd0ff", "#ffe6b0")[k % 4],
                 opacity=0.20 + 0.06 * sin(t + phase))
    for k in range(7):
        c.circle((t * 150 + k * 58) % 1700 - 200, 236, 21, "#fff0bf", opacity=0.34)
    water(c, t, 330, ("#7a4a80", "#37296a", "#15153f", "#0a0b26"), "#ffd5b4", 8, 90)
    for k, (x, y, scale) in enumerate(((180, 400, 0.9), (1080, 392, 0.85), (905, 446, 1.15), (330, 492, 1.4))):
        lantern(c, x - 12 * t, y, scale, t, k * 2.0)
    c.path(f"M-20 {HEIGHT + 40}V610H1300V{HEIGHT + 40}z", "#0e0c28")
    c.rect(-20, 606, 1320, 9, "#3a2f62")
    child(c, 560, 612, 2.75, SHIRTS[0], "long", 0.7 * sin(t * 0.9))
    child(c, 760, 614, 2.4, SHIRTS[1], look=-0.9 + 0.3 * sin(t * 1.3))
    c.end()


def lantern_near(c: Canvas, t) -> None:
    """One lantern fills the picture."""
    c.begin(transform=f"translate({-32 * t:.2f} {-24 * t:.2f}) scale({1 + 0.045 * t:.4f})")
    water(c, t, 0, ("#1a1850", "#131445", "#0d0f34", "#070820"), "#ffbf85", 14, 150, flow=-2.2)
    for k, (x, y, scale) in enumerate(((150, 190, 0.8), (350, 120, 0.6), (1130, 160, 0.7), (980, 90, 0.5), (560, 70, 0.42),
                                       (190, 470, 1.25))):
        c.glow(x - 8 * t, y - 10, 150 * scale, "#ffb45e", 0.5)
        lantern(c, x - 8 * t, y, scale, t, k * 1.7)
    for ring in range(5):
        r = (ring * 70 + t * 34) % 350
        c.ellipse(700, 508, 120 + r * 1.25, 26 + r * 0.32, "none", stroke="#ffc98f", stroke_width=2,
                  opacity=0.34 * (1 - r / 350))
    lantern(c, 700, 470, 5.0, t, 0.4)
    c.end()


def boat(c: Canvas, x, y, scale, t) -> None:
    """A rowing boat with both children and the dog."""
    stroke = sin(t * 2.6)
    c.place(x, y + 3 * sin(t * 1.9), scale, 1.2 * sin(t * 1.4))
    child(c, 34, 4, 0.8, SHIRTS[1], look=-1 + 0.4 * sin(t))
    child(c, -40, 4, 0.9, SHIRTS[0], "long", 0.8)
    dog(c, 92, 2, 0.66, t, "#2a2145")
    c.line(f"M58-34L{112 + 16 * stroke:.1f} {34 + 8 * cos(t * 2.6):.1f}", "#5a3d2c", 4)
    c.path("M-150-14Q-120 26-70 28H84Q132 26 158-18Q120 0 84 2H-74Q-118 2-150-14z", c.down("#6b4030", "#2a1826"))
    c.line("M-150-14Q-118 2-74 2H84Q120 0 158-18", "#b77a4e", 2.5)
    c.end()


def chase(c: Canvas, t) -> None:
    """The boat under the searching light of a drone."""
    horizon = 330
    sky(c, "#070a24", "#141744", "#2c2660", "#553a72", bottom=horizon)
    stars(c, t, 4, 70, 200)
    city(c, 31, horizon, 40, 150, "#1a1a48", 0.3, shift=60 + 9 * t, glow=0.7)
    viaduct(c, 268, "#10112f", bottom=horizon)
    water(c, t, horizon, ("#2f2a66", "#191b4b", "#0c0f30", "#06071b"), "#bfc8ff", 6, 120, flow=-5)
    for k in range(6):
        reflection(c, 90 + k * 230 - 9 * t, horizon + 5, 120, 12, "#f4c77a", t + k, 0.25)
    x = 880 - 60 * t
    drone(c, x, 120 + 8 * sin(t * 2), 1.25, t)
    turn = 16 * sin(t * 0.9)
    beam(c, x, 126 + 8 * sin(t * 2), 520, turn, 16)
    c.ellipse(x - 440 * sin(turn * pi / 180), 560, 90, 18, "#e6ecff", opacity=0.16)
    lit = 1.0 if t < 5.6 else 0.0
    lantern(c, 425 + 10 * t, 530, 0.9, t, 0.3, lit)
    boat(c, 640 + 10 * t, 520, 1.25, t)
    c.path("M-20 740Q40 640 20 560Q64 640 52 740zM60 740Q110 660 140 600Q128 680 110 740zM1180 740Q1220 640 1262 580"
           "Q1252 660 1246 740z", "#05061a")


DIPPER = ((250, 180), (430, 250), (560, 350), (690, 452), (700, 590), (900, 600), (985, 452))


def lantern_above(c: Canvas, x, y, scale, t, phase, lit) -> None:
    glow = lit * (0.9 + 0.1 * sin(t * 9 + phase))
    c.glow(x, y, 120 * scale, "#ffab4a", 0.75 * glow)
    c.place(x, y, scale, phase * 50 + 4 * t)
    for k in range(16):
        fill = "#ff9fb8" if k % 2 else "#cf5586"
        length = 34 if k % 2 else 44
        c.add("path", d=f"M0 0Q-12-{length // 2} 0-{length}Q12-{length // 2} 0 0z", fill=fill, stroke="#8d2c60",
              stroke_width=0.7, transform=f"rotate({k * 22.5})")
    c.rect(-12, -12, 24, 24, "#ffd98a" if lit > 0.5 else "#8a6a62", rx=2)
    c.circle(0, 0, 7, "#fff8de", opacity=glow)
    c.end()


def from_above(c: Canvas, t) -> None:
    """Seven lanterns like seven stars; the last one is going out."""
    c.rect(0, 0, WIDTH, HEIGHT, c.down("#10103f", "#151a52", "#0a0d30"))
    for k, (x, y, r, phase) in enumerate(star_field(33, 90, HEIGHT)):
        c.circle(x, y, r, "#cfd4ff", opacity=0.20 + 0.16 * sin(phase + t * 1.4))
    c.begin(transform=f"rotate({-2 + 0.9 * t:.2f} 640 380) translate(0 {-14 - 2 * t:.2f})")
    points = "L".join(f"{x} {y}" for x, y in DIPPER)
    c.line(f"M{points}L690 452", "#ffd9a0", 1.4, stroke_dasharray="3 11", opacity=0.5)
    for k, (x, y) in enumerate(DIPPER):
        for ring in range(3):
            r = (ring * 46 + t * 17 + k * 19) % 138
            c.circle(x, y, 30 + r, "none", stroke="#9fb0ff", stroke_width=1.3, opacity=0.30 * (1 - r / 138))
        failing = 0.35 + 0.35 * sin(t * 13) * sin(t * 5) if t > 1.5 else 1.0
        lantern_above(c, x, y, 1.0, t, k * 0.9, failing if k == 6 else 1.0)
    c.end()
