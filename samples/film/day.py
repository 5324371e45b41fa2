# SPDX-License-Identifier: MIT
"""The shots by day: the market, the lane in the rain, dawn."""

from math import sin

from film.canvas import HEIGHT, WIDTH, Canvas
from film.night import SHIRTS, boat
from film.things import SKIN, child, city, drone, lantern, rain, reflection, sky, stupa, train, viaduct, water

AWNINGS = (("#e4572e", "#fff1dc"), ("#2e86ab", "#f3f7f0"), ("#f2b134", "#fff7e0"), ("#5b8e5a", "#f1f5e4"))


def awning(c: Canvas, x, y, width, colours) -> None:
    stripe = width / 8
    for k in range(8):
        left = x + k * stripe
        c.path(f"M{left + 8:.1f} {y}h{stripe:.1f}L{left + stripe:.1f} {y + 50}q{-stripe / 2:.1f} 14 {-stripe:.1f} 0z", colours[k % 2])
    c.rect(x + 4, y + 50, width, 7, "#5c3a2e", opacity=0.18)


def stall(c: Canvas, x, width, colours, fruit) -> None:
    c.rect(x + 8, 372, 7, 200, "#6d4a3a")
    c.rect(x + width - 12, 372, 7, 200, "#6d4a3a")
    c.rect(x + 12, 392, width - 22, 110, "#5d4048", opacity=0.45)
    c.rect(x, 500, width, 92, c.down("#a96f45", "#7f4e33"))
    for row in range(2):
        for k in range(int(width / 24) - 1):
            c.circle(x + 20 + k * 24 + row * 10, 498 - row * 15, 11, fruit[(k + row) % len(fruit)])
    awning(c, x - 14, 336, width + 24, colours)


def walker(c: Canvas, x, y, scale, t, shirt, hat="#e9d3a0") -> None:
    step = sin(t * 6)
    c.place(x, y - 2 * abs(step), scale)
    c.line(f"M-6-62L{-6 + 15 * step:.1f} 0M6-62L{6 - 15 * step:.1f} 0", "#3a2d45", 11)
    c.path("M-22-56Q-24-118 0-122Q24-118 22-56z", shirt)
    c.line(f"M-16-108L{-22 - 8 * step:.1f}-66M16-108L{22 + 8 * step:.1f}-66", SKIN, 8)
    c.circle(0, -136, 15, SKIN)
    if hat:
        c.path("M-34-138L0-170L34-138Q0-128-34-138z", hat)
    else:
        c.path("M-16-136Q-18-156 0-156Q18-156 16-136Q0-146-16-136z", "#1c1426")
    c.end()


def market(c: Canvas, t) -> None:
    sky(c, "#5fb6d3", "#a9dbe0", "#fbe7c6", "#ffd2a0", bottom=560)
    c.glow(1030, 120, 240, "#fff3c4", 0.9)
    c.circle(1030, 120, 46, "#fff8df")
    city(c, 17, 480, 90, 260, "#a7b8c9", 0.5, "#d9e6ee", "#e7edf0", shift=30 + 2 * t, glow=0.8)
    viaduct(c, 236, "#8799ac", bottom=520)
    train(c, 1420 - 30 * t, 236, "#f6fbff")
    city(c, 3, 520, 60, 150, "#d59a7c", 0.4, "#8d6f7d", "#7d5f70", shift=90 + 5 * t, glow=0.7)
    drone(c, 300 + 46 * t, 130 + 8 * sin(t * 2), 0.9, t, "#3ad07f")
    c.rect(290 + 46 * t, 141 + 8 * sin(t * 2), 20, 15, "#b8814d")
    c.rect(0, 520, WIDTH, 200, c.down("#c79a72", "#d9b48b", "#b98a62"))
    for k, (x, width) in enumerate(((-20, 270), (276, 250), (760, 260), (1050, 270))):
        fruits = (("#f6a623", "#f8c24e"), ("#d7263d", "#e4572e"), ("#79a63a", "#a8c957"), ("#8e4585", "#c65b8a"))
        stall(c, x, width, AWNINGS[k], fruits[k])
    for k in range(26):
        c.path(f"M{k * 52 - 10} {300 + 14 * sin(k * 0.55):.1f}h34l-17 {26 + 3 * sin(t * 3 + k):.1f}z",
               ("#e4572e", "#f2b134", "#2e86ab", "#5b8e5a", "#c65b8a")[k % 5], opacity=0.92)
    walker(c, 1180 - 62 * t, 640, 1.0, t, "#7a5ba6")
    walker(c, 130 + 50 * t, 648, 1.05, t + 1, "#3f8f7f", "")
    walker(c, 600 + 12 * sin(t), 690, 1.3, t * 0.25, "#b5485f", "")
    walker(c, 520 + 12 * sin(t), 684, 1.42, t * 0.25 + 2, "#2c8a86", "")


def stilt_house(c: Canvas, x, y, width, wall, roof) -> None:
    for leg in range(3):
        c.rect(x + 12 + leg * (width - 32) / 2, y, 8, 190, "#2b2a33")
    c.rect(x, y - 120, width, 128, wall)
    for plank in range(1, 6):
        c.rect(x, y - 120 + plank * 21, width, 1.5, "#1f2530", opacity=0.3)
    c.path(f"M{x - 26} {y - 112}L{x + 10} {y - 176}H{x + width - 10}L{x + width + 26} {y - 112}z", roof)
    for rib in range(int(width / 16)):
        c.rect(x + 6 + rib * 16, y - 174, 1.6, 60, "#1f2530", opacity=0.35)
    c.rect(x + width * 0.58, y - 92, 52, 46, "#ffcf7d")
    c.rect(x + width * 0.58 + 25, y - 92, 3, 46, "#5b4a3c")
    c.rect(x + width * 0.14, y - 90, 48, 98, "#252733")


def notice(c: Canvas, x, y) -> None:
    c.rect(x - 7, y - 20, 14, 330, "#3b2f2c")
    c.place(x, y, 1, -2)
    c.rect(-84, -14, 168, 190, "#f4efe2")
    c.rect(-84, -14, 168, 34, "#c4302b")
    for row in range(6):
        c.rect(-66, 38 + row * 20, (132, 118, 132, 96, 124, 70)[row], 6, "#8b8b92")
    c.circle(48, 148, 19, "none", stroke="#c4302b", stroke_width=4, opacity=0.75)
    c.end()


def lane(c: Canvas, t) -> None:
    sky(c, "#3c4f5e", "#5e7480", "#93a3a4", bottom=522)
    city(c, 41, 440, 120, 300, "#5a6d7a", 0.25, "#9db4bf", "#c9b98f", shift=20, glow=0.5)
    viaduct(c, 214, "#4b5b68", bottom=470)
    water(c, t, 520, ("#6d8288", "#46585f", "#2b3a42", "#1d2930"), "#dbe9ec", 12, 70, flow=-0.6)
    stilt_house(c, -40, 470, 270, "#6b5648", "#7b4b3a")
    stilt_house(c, 330, 456, 230, "#52685f", "#5d6a74")
    stilt_house(c, 820, 462, 260, "#7a6350", "#6a4038")
    stilt_house(c, 1120, 474, 240, "#4f6070", "#4d5560")
    c.line("M0 250Q330 330 640 262T1290 240M0 282Q350 340 640 276T1290 270", "#232a33", 2)
    reflection(c, 505, 560, 110, 20, "#ffcf7d", t, 0.4)
    reflection(c, 995, 560, 110, 20, "#ffcf7d", t + 2, 0.4)
    c.rect(250, 586, 840, 12, "#54453c")
    c.path("M250 598h840v10h-840zM300 598h10v90h-10zM560 598h10v90h-10zM800 598h10v90h-10zM1030 598h10v90h-10z", "#382e2a")
    notice(c, 690, 360)
    child(c, 486, 590, 1.25, SHIRTS[0], "long", 0.9, rim="#d7e6ea")
    child(c, 566, 590, 1.1, SHIRTS[1], look=0.9, rim="#d7e6ea")
    c.path("M410 470Q524 380 646 470Q620 458 600 470Q574 456 546 470Q524 456 500 470Q474 456 450 470Q430 458 410 470z", "#e9b44c")
    c.line("M525 428V560", "#3b2f2c", 4)
    for k in range(24):
        x, y, age = (k * 173) % WIDTH, 610 + (k * 67) % 100, (t * 1.7 + k * 0.37) % 1
        c.ellipse(x, y, 4 + 22 * age, 1.5 + 6 * age, "none", stroke="#e2eef0", stroke_width=1.2, opacity=0.5 * (1 - age))
    rain(c, t)


def dawn(c: Canvas, t) -> None:
    """An eighth lantern goes with the stream."""
    horizon = 400
    sky(c, "#6d8fc7", "#b9a4cf", "#f6b7a6", "#ffd9a3", bottom=horizon)
    sun = 378 - 7 * t
    c.glow(800, sun, 330, "#fff0bd", 0.95)
    c.circle(800, sun, 44, "#fff6d8")
    city(c, 11, horizon, 60, 150, "#b391b8", 0.0, shift=10)
    city(c, 5, horizon, 30, 96, "#8f76a8", 0.12, "#ffe3b0", "#ffe3b0", shift=40, glow=0.6)
    stupa(c, 470, horizon, 1.0, "#7d659c", "#ffd98f")
    viaduct(c, 352, "#6f5c93", bottom=horizon)
    c.rect(0, 330, WIDTH, 72, c.fade("#ffdcb8", 0.0, 0.55))
    water(c, t, horizon, ("#ffcf9f", "#e79fa2", "#8f6fa3", "#433f7a"), "#fff4d6", 3, 130, flow=1.6)
    reflection(c, 800, horizon + 5, 300, 54, "#fff0c2", t, 0.65)
    for k in range(8):
        lantern(c, 236 + k * 118 + 15 * t, 452 + 22 * ((k * 5) % 8) / 3 + k * 3, 0.46 + 0.05 * ((k * 3) % 8), t, k * 1.1, 0.75)
    boat(c, 330 + 7 * t, 606, 1.12, t * 0.7)
    for k in range(5):
        wing = 9 * sin(t * 7 + k * 1.3)
        x, y = 980 - 26 * t + k * 44, 130 + (k * 37) % 60
        c.line(f"M{x - 15:.1f} {y - wing:.1f}Q{x - 6:.1f} {y - 4} {x:.1f} {y}Q{x + 6:.1f} {y - 4} {x + 15:.1f} {y - wing:.1f}",
               "#4d4479", 2.4)
