# SPDX-License-Identifier: MIT
"""A picture of 1280 x 720 as SVG: shapes are appended, gradients are kept once each."""

WIDTH, HEIGHT = 1280, 720


def number(value) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def attributes(values: dict) -> str:
    return "".join(f' {key.rstrip("_").replace("_", "-")}="{number(value)}"' for key, value in values.items())


class Canvas:
    def __init__(self):
        self.gradients: dict[str, str] = {}
        self.body: list[str] = []

    def add(self, tag: str, content: str = "", **values) -> None:
        self.body.append(f"<{tag}{attributes(values)}>{content}</{tag}>")

    def rect(self, x, y, width, height, fill, **values) -> None:
        self.add("rect", x=x, y=y, width=width, height=height, fill=fill, **values)

    def circle(self, x, y, r, fill, **values) -> None:
        self.add("circle", cx=x, cy=y, r=r, fill=fill, **values)

    def ellipse(self, x, y, rx, ry, fill, **values) -> None:
        self.add("ellipse", cx=x, cy=y, rx=rx, ry=ry, fill=fill, **values)

    def path(self, d, fill="none", **values) -> None:
        self.add("path", d=d, fill=fill, **values)

    def line(self, d, stroke, width, **values) -> None:
        self.add("path", d=d, fill="none", stroke=stroke, stroke_width=width, stroke_linecap="round", **values)

    def begin(self, **values) -> None:
        """Opens a group: transform, opacity."""
        self.body.append(f"<g{attributes(values)}>")

    def end(self) -> None:
        self.body.append("</g>")

    def place(self, x, y, scale=1.0, turn=0.0, **values) -> None:
        """Opens a group whose origin is at x, y."""
        self.begin(transform=f"translate({number(x)} {number(y)}) rotate({number(turn)}) scale({number(float(scale))})",
                   **values)

    def paint(self, kind: str, direction: str, stops) -> str:
        """A gradient's name for `fill`; stops are (offset, colour, opacity)."""
        text = "".join(f'<stop offset="{at}" stop-color="{colour}" stop-opacity="{opacity}"/>'
                       for at, colour, opacity in stops)
        markup = f"{direction}>{text}</{kind}>"
        name = self.gradients.setdefault(f"<{kind} {markup}", f"g{len(self.gradients)}")
        return f"url(#{name})"

    def down(self, *colours) -> str:
        """A vertical gradient over evenly spread colours, or over (offset, colour) pairs."""
        stops = [c if isinstance(c, tuple) else (i / (len(colours) - 1), c) for i, c in enumerate(colours)]
        return self.paint("linearGradient", 'x1="0" y1="0" x2="0" y2="1"', [(at, c, 1) for at, c in stops])

    def fade(self, colour, first, last, direction='x1="0" y1="0" x2="0" y2="1"') -> str:
        """From one opacity to another, downwards."""
        return self.paint("linearGradient", direction, [(0, colour, first), (1, colour, last)])

    def glow(self, x, y, rx, colour, strength=1.0, ry=None) -> None:
        fill = self.paint("radialGradient", 'cx="0.5" cy="0.5" r="0.5"',
                          [(0, colour, 0.9), (0.25, colour, 0.45), (0.6, colour, 0.12), (1, colour, 0)])
        self.ellipse(x, y, rx, ry or rx, fill, opacity=float(strength))

    def svg(self) -> str:
        defs = "".join(key.replace(">", f' id="{name}">', 1) for key, name in self.gradients.items())
        return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
                f'viewBox="0 0 {WIDTH} {HEIGHT}"><defs>{defs}</defs>{"".join(self.body)}</svg>\n')
