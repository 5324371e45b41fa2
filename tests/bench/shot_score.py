# SPDX-License-Identifier: MIT
"""How well found shots are those that are there, as TRECVID's task of shot boundaries counts: one to one, the nearest first."""


def matched(found, true, tolerance):
    """How many of `found` are one of `true` each, at most `tolerance` frames beside it."""
    pairs = sorted((abs(f - t), f, t) for f in found for t in true if abs(f - t) <= tolerance)
    used_found, used_true = set(), set()
    for _, f, t in pairs:
        if f not in used_found and t not in used_true:
            used_found.add(f)
            used_true.add(t)
    return len(used_found)


def common(a, b):
    """Frames that two transitions have in common."""
    return min(a["to"], b["to"]) - max(a["from"], b["from"]) + 1


def matched_transitions(found, true):
    """How many of `found` are of one kind with one of `true` each and have half of its frames at the least."""
    pairs = sorted(((common(f, t), i, j) for i, f in enumerate(found) for j, t in enumerate(true)
                    if f["kind"] == t["kind"] and 2 * common(f, t) >= t["to"] - t["from"] + 1), reverse=True)
    used_found, used_true = set(), set()
    for _, i, j in pairs:
        if i not in used_found and j not in used_true:
            used_found.add(i)
            used_true.add(j)
    return len(used_found)


class Score:
    """Sums over clips."""

    def __init__(self):
        self.right = self.found = self.true = 0

    def add(self, right, found, true):
        self.right += right
        self.found += found
        self.true += true

    def precision(self):
        return self.right / self.found if self.found else 1.0

    def recall(self):
        return self.right / self.true if self.true else 1.0

    def f1(self):
        both = self.precision() + self.recall()
        return 2 * self.precision() * self.recall() / both if both else 0.0

    def __str__(self):
        return f"{self.precision():.3f} | {self.recall():.3f} | {self.f1():.3f}"
