# SPDX-License-Identifier: MIT
"""Made-up SubRip files for the benchmark: Khmer and English cues in turn, the same for the same seed."""
import random

KHMER = "ខ្ញុំ អ្នក គាត់ នាង យើង ពួកគេ ទៅ មក នៅ ផ្ទះ ទន្លេ ទីក្រុង ថ្ងៃនេះ យប់ ម្សិលមិញ ស្រី ប្រុស ក្មេង ចាស់ ស្រឡាញ់ ឃើញ ស្តាប់ " \
        "និយាយ ដឹង ភ្លេច ចង់ បាន មិន ទេ ណាស់ ហើយ ប៉ុន្តែ ព្រោះ ដើម្បី ភ្លៀង ផ្លូវ ឆ្នាំ ខ្មែរ ស្ត្រី ឆ្ងាយ".split()
ENGLISH = "the river city house tonight yesterday she he they we know forget want listen because but rain road year far away old " \
          "child love never again look there moon lantern boat market mother home wait come back".split()


def stamp(ms):
    return f"{ms // 3600000:02}:{ms // 60000 % 60:02}:{ms // 1000 % 60:02},{ms % 1000:03}"


def khmer_line(rng):
    return "".join(rng.choice(KHMER) for _ in range(rng.randint(4, 8)))


def english_line(rng):
    words = [rng.choice(ENGLISH) for _ in range(rng.randint(4, 7))]
    return " ".join(words).capitalize() + rng.choice([".", "?", "!", "..."])


def markup(rng, text):
    return f"<i>{text}</i>" if rng.random() < 0.05 else text


def subrip(count, seed=1, lines=(english_line, khmer_line)):
    """`count` cues, most of two lines, a tenth of a second apart; of an even number and an odd one by these `lines`."""
    rng = random.Random(seed)
    at = 0
    parts = []
    for number in range(1, count + 1):
        at += rng.randint(100, 400)
        end = at + rng.randint(900, 4000)
        line = lines[number % 2]
        text = "\n".join(markup(rng, line(rng)) for _ in range(rng.choice([1, 2, 2])))
        parts.append(f"{number}\n{stamp(at)} --> {stamp(end)}\n{text}\n\n")
        at = end
    return "".join(parts)
