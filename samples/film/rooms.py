# SPDX-License-Identifier: MIT
"""The shots inside: the train, what the glasses show, grandfather's room."""

from math import cos, pi, sin

from film.canvas import HEIGHT, WIDTH, Canvas
from film.night import SHIRTS
from film.things import HAIR, SKIN, city, moon, sky, star_field, stars, stupa

CYAN = "#6fe3ff"


def profile(c: Canvas, x, y, scale, shirt, long_hair=False, glasses=0.0) -> None:
    """A child from the chest up, looking right; mirrored by a negative scale of the group around it."""
    c.place(x, y, scale)
    c.path("M-70 140V96Q-64 22-22 14H20Q56 22 62 96V140z", shirt)
    c.rect(-15, -14, 30, 36, SKIN)
    if long_hair:
        c.path("M-40-50Q-62 20-38 52Q-20 58-16 30L-6-30z", HAIR)
    c.path("M-36-46Q-36-88 2-90Q36-88 37-52L43-34Q44-29 37-28L36-12Q34-2 18-1Q-30 4-36-46z", SKIN)
    c.path("M-38-40Q-46-92 0-99Q38-98 39-62Q22-74 6-68Q-4-50-10-44Q-14-22-24-16Q-36-26-38-40z", HAIR)
    if glasses:
        c.glow(34, -48, 60, CYAN, 0.7 * glasses)
        c.path("M8-58H42Q46-48 40-40H18Q10-44 8-58z", CYAN, opacity=0.5 + 0.4 * glasses)
        c.line("M8-56L-22-52", "#dff8ff", 3)
    else:
        c.line("M24-50q5-4 9 0", "#2a1622", 2.6)
    c.line("M26-17q6 3 10 0", "#5d2f33", 2.2)
    c.end()


def carriage(c: Canvas, t) -> None:
    c.rect(0, 0, WIDTH, HEIGHT, c.down("#2b3358", "#1c2141", "#12152e"))
    c.body.append('<clipPath id="pane"><rect x="90" y="110" width="1100" height="400" rx="46"/></clipPath>')
    c.begin(clip_path="url(#pane)")
    sky(c, "#0e1238", "#2a2560", "#8a4b82", "#ef9a78", bottom=520)
    stars(c, t, 6, 50, 230)
    moon(c, 960, 190, 30)
    city(c, 23, 520, 90, 220, "#332b66", 0.26, shift=(t * 26) % 500, glow=0.6)
    stupa(c, 1180 - t * 52, 520, 0.9, "#251d50")
    city(c, 29, 530, 60, 150, "#1a1742", 0.42, shift=(t * 88) % 700)
    for k in range(3):
        x = (k * 760 - t * 620) % 2280 - 500
        c.rect(x, 100, 22, 430, "#0b0c22", opacity=0.85)
    c.path("M90 510L430 110H560L220 510zM620 510L900 110H950L670 510z", "#ffffff", opacity=0.05)
    c.end()
    c.rect(90, 110, 1100, 400, "none", rx=46, stroke="#4a5690", stroke_width=10)
    c.rect(0, 548, WIDTH, 172, c.down("#3a2f5e", "#241d42"))
    c.rect(0, 548, WIDTH, 8, "#5a4b8a")
    c.line("M0 74H1280", "#8f9ad0", 6)
    for k in range(5):
        sway = 5 * sin(t * 3.1 + k)
        c.line(f"M{170 + k * 235} 74L{170 + k * 235 + sway:.1f} 118", "#8f9ad0", 3)
        c.circle(170 + k * 235 + sway, 134, 16, "none", stroke="#c9d0f5", stroke_width=4)
    jolt = 2.5 * sin(t * 8) * sin(t * 3)
    profile(c, 500, 470 + jolt, 2.3, SHIRTS[0], True, min(1.0, max(0.0, (t - 1.2) * 1.5)))
    c.begin(transform=f"translate(850 {486 - jolt:.2f}) scale(-1 1)")
    profile(c, 0, 0, 2.05, SHIRTS[1])
    c.end()


def isometric(x, y, spin):
    turned = (x * cos(spin) - y * sin(spin), x * sin(spin) + y * cos(spin))
    return 640 + (turned[0] - turned[1]) * 0.82, 370 + (turned[0] + turned[1]) * 0.40


def trace(points, spin) -> str:
    return "M" + "L".join("{:.1f} {:.1f}".format(*isometric(x, y, spin)) for x, y in points)


STARS_BELOW = ((-230, -190), (-150, -90), (-60, -40), (30, 40), (20, 150), (160, 190), (240, 80))


def glasses_view(c: Canvas, t) -> None:
    """The map that the glasses draw over the dark: streets, the river, seven stars."""
    spin = -0.35 + 0.055 * t
    c.rect(0, 0, WIDTH, HEIGHT, c.down("#06122b", "#0a2340", "#061229"))
    c.glow(640, 380, 620, "#1b6f9c", 0.5, 360)
    lines = "".join(trace(((k, -420), (k, 420)), spin) + trace(((-420, k), (420, k)), spin) for k in range(-420, 421, 60))
    c.line(lines, "#2f86b5", 1, opacity=0.42)
    for k, (a, b, r, _) in enumerate(star_field(51, 70, 720)):
        x, y = a / WIDTH * 800 - 400, b / 720 * 800 - 400
        if abs(x - 70 * sin(y / 130)) > 90:
            (left, top), high = isometric(x, y, spin), 14 + r * 30
            c.path(f"M{left - 9:.1f} {top:.1f}v{-high:.1f}l9-4l9 4v{high:.1f}l-9 4z", "#49b8e0", opacity=0.20,
                   stroke="#8fe4ff", stroke_width=0.8)
    river = [(70 * sin(y / 130), y) for y in range(-420, 421, 20)]
    c.line(trace([(x - 34, y) for x, y in river], spin) + trace([(x + 34, y) for x, y in river], spin), CYAN, 2.4, opacity=0.8)
    c.line(trace(river, spin), "#2fa8d8", 34, opacity=0.22)
    c.line(trace(STARS_BELOW, spin), "#ffd58a", 1.6, stroke_dasharray="5 8", opacity=0.75)
    for k, point in enumerate(STARS_BELOW):
        x, y = isometric(*point, spin)
        if t * 1.6 > k * 0.8:
            pulse = (t * 0.9 + k * 0.3) % 1
            c.glow(x, y, 54, "#ffc766", 0.8)
            c.ellipse(x, y, 12 + 40 * pulse, 6 + 20 * pulse, "none", stroke="#ffd58a", stroke_width=1.6, opacity=1 - pulse)
            c.path(f"M{x:.1f} {y - 13:.1f}l3.600 9.400l9.400 3.600l-9.400 3.600l-3.600 9.400l-3.600-9.400l-9.400-3.600l9.400-3.600z", "#fff4d2")
    scan = (t * 190) % 900 - 90
    c.rect(0, scan, WIDTH, 90, c.fade(CYAN, 0.0, 0.13))
    for x, side in ((70, 1), (1210, -1)):
        c.line(f"M{x + side * 44} 60H{x}V150M{x} 570V660H{x + side * 44}", CYAN, 3, opacity=0.8)
        for k in range(7):
            width = 22 + 26 * abs(sin(t * 1.7 + k * 1.9 + x))
            c.rect(x if side > 0 else x - width, 250 + k * 26, width, 6, CYAN, opacity=0.55)


def krama(c: Canvas, d, clip) -> None:
    """A checked scarf filling the outline d."""
    c.path(d, "#f1e5d6")
    c.body.append(f'<clipPath id="{clip}"><path d="{d}"/></clipPath>')
    c.begin(clip_path=f"url(#{clip})")
    for k in range(-140, 150, 22):
        c.rect(k, -40, 11, 260, "#b3283a", opacity=0.62)
        c.rect(-150, k + 80, 300, 11, "#b3283a", opacity=0.62)
    c.end()


def grandfather(c: Canvas, t) -> None:
    flicker = 0.9 + 0.1 * sin(t * 11) * sin(t * 4.3)
    c.rect(0, 0, WIDTH, HEIGHT, c.down("#2a1b22", "#3b2426", "#1b1118"))
    for k in range(12):
        c.rect(0, k * 62, WIDTH, 2, "#120b10", opacity=0.6)
    c.rect(120, 100, 330, 300, "#120d16")
    c.rect(132, 112, 306, 276, c.down("#0d1138", "#2a2560", "#6d4280"))
    for x, y, r, phase in star_field(61, 26, 240):
        c.circle(140 + x * 0.22, 118 + y, r, "#e8e4ff", opacity=0.5 + 0.3 * sin(t + phase))
    moon(c, 350, 178, 24)
    c.path("M132 388V330h40v-40h34v60h50v-30h46v44h60v-58h40v82z", "#171440")
    c.line("M285 112V388M132 250H438", "#3a2622", 9)
    c.glow(980, 440, 560, "#ff9a3d", 0.62 * flicker)
    c.rect(0, 600, WIDTH, 120, c.down("#4a2c22", "#24140f"))
    c.rect(0, 598, WIDTH, 5, "#7b4a31")
    c.place(660, 520 + 2.5 * sin(t * 1.2), 1.5)
    c.path("M-150 140Q-140 20-56 0H52Q138 18 150 140z", c.down("#3d5a6e", "#24394a"))
    c.rect(-24, -54, 48, 66, "#9a6a4c")
    c.path("M-62-120Q-64-190 0-194Q64-190 62-118Q60-60 26-38Q0-28-26-38Q-60-60-62-120z", "#a97554")
    c.path("M-66-122Q-74-206 0-210Q74-206 66-120Q58-166 30-172Q-30-176-54-158Q-62-146-66-122z", "#e9e4dc")
    c.line("M-40-118q14-9 28-1M14-119q14-8 28 1", "#f0ebe2", 5)
    c.line("M-38-102q12 8 24 0M16-102q12 8 24 0", "#3a2019", 3)
    c.line("M2-100Q12-78 4-72Q-2-70-7-73M-44-84q-6 10-2 20M46-84q6 10 2 20M-26-140q26-7 54 0", "#83533a", 2.4)
    c.path("M-24-60Q0-72 24-60Q12-58 0-62Q-12-58-24-60z", "#efe9df")
    mouth = 2.5 + 3.5 * abs(sin(t * 7)) if 0.5 < t < 5.6 else 1.5
    c.ellipse(0, -51, 13, mouth, "#5d2a25")
    krama(c, "M-64-16Q0 22 64-16L78 18Q40 46 30 52L44 140H8L2 56Q-50 50-80 18z", "krama")
    c.path("M28-192Q66-180 62-118Q60-70 34-44Q58-84 50-128Q48-170 28-192z", "#ffb765", opacity=0.42 * flicker)
    c.end()
    c.glow(980, 486, 150, "#ffd27a", 0.9 * flicker)
    c.path("M940 600h80l-10-22h-60zM950 578Q930 520 960 470H1000Q1030 520 1010 578z", "#6b4a2a")
    c.path("M956 570Q944 522 966 482H994Q1016 522 1004 570z", "#ffe3a0", opacity=0.75)
    c.path(f"M980 {508 - 4 * sin(t * 12):.1f}Q996 540 988 560Q980 566 972 560Q964 540 980 {508 - 4 * sin(t * 12):.1f}z", "#fff7dd")
    c.line("M960 470Q980 430 1000 470", "#6b4a2a", 4)
