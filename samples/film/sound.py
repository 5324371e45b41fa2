# SPDX-License-Identifier: MIT
"""The sound: a stand-in voice where the cues are, water, rain and market, and a little music of our own."""

import array
import subprocess
import wave
from math import exp, pi, sin
from pathlib import Path
from random import Random

from film.picture import DISSOLVE, SHOTS
from film.table import FRAME_COUNT, Cue, seconds_at

SAMPLE_RATE = 44100
LENGTH = int(seconds_at(FRAME_COUNT) * SAMPLE_RATE)
# There is no Khmer voice: an Indonesian one reads a rough romanisation. (voice, pitch)
VOICES = {"Neary": ("id+f3", 62), "Visal": ("id+f5", 82), "Grandpa": ("id+m3", 22), "Seller": ("id+f2", 48)}
# Loudness of river, rain and market in each shot.
BEDS = ((0.9, 0, 0), (0.8, 0, 0), (0.6, 0, 0), (0, 0, 1), (0.5, 1, 0), (0.35, 0, 0.15), (0.15, 0, 0), (0.12, 0, 0),
        (1, 0, 0), (0.7, 0, 0), (0.8, 0, 0))


class Mix:
    """Two channels that sounds are added to."""

    def __init__(self):
        self.left = array.array("f", bytes(4 * LENGTH))
        self.right = array.array("f", bytes(4 * LENGTH))

    def add(self, at: float, samples, gain=1.0, pan=0.5) -> None:
        first = int(at * SAMPLE_RATE)
        left, right = gain * (1 - pan) * 2, gain * pan * 2
        for k in range(min(len(samples), LENGTH - first)):
            self.left[first + k] += left * samples[k]
            self.right[first + k] += right * samples[k]

    def write(self, path: Path) -> None:
        pcm = array.array("h", bytes(4 * LENGTH))
        for channel, samples in enumerate((self.left, self.right)):
            pcm[channel::2] = array.array("h", (int(32000 * max(-1.0, min(1.0, s))) for s in samples))
        with wave.open(str(path), "wb") as file:
            file.setparams((2, 2, SAMPLE_RATE, LENGTH, "NONE", ""))
            file.writeframes(pcm.tobytes())


def spoken(text: str, voice: tuple[str, int], words_a_minute: int) -> array.array:
    """The voice at 44,100 samples a second, silence cut off at both ends, loudest sample 1."""
    name, pitch = voice
    done = subprocess.run(["espeak-ng", "-v", name, "-p", str(pitch), "-s", str(words_a_minute), "--stdout", text],
                          capture_output=True, check=True)
    pcm = array.array("h", done.stdout[44:len(done.stdout) // 2 * 2])
    loud = [k for k, sample in enumerate(pcm) if abs(sample) > 300]
    pcm, peak = pcm[loud[0]:loud[-1] + 1], max(map(abs, pcm))
    doubled = array.array("f", bytes(8 * len(pcm)))
    doubled[0::2] = array.array("f", (s / peak for s in pcm))
    doubled[1::2] = array.array("f", ((a + b) / 2 / peak for a, b in zip(pcm, pcm[1:] + pcm[-1:])))
    return doubled


def fitted(text: str, voice: tuple[str, int], seconds: float) -> array.array:
    """Spoken at about 135 words a minute, or as much faster as `seconds` ask for."""
    pace = 135
    samples = spoken(text, voice, pace)
    while len(samples) > seconds * SAMPLE_RATE and pace < 400:
        pace = int(pace * max(1.04, len(samples) / (seconds * SAMPLE_RATE)))
        samples = spoken(text, voice, pace)
    return samples


def add_speech(mix: Mix, cues: list[Cue]) -> None:
    for cue in cues:
        if not cue.spoken:
            continue
        parts, speakers = cue.spoken.split(" / "), cue.speaker.split(" / ")
        start, end = float(seconds_at(cue.first)) + 0.04, float(seconds_at(cue.last + 1)) - 0.08
        share = (end - start) / sum(map(len, parts))
        for part, speaker in zip(parts, speakers):
            samples = fitted(part, VOICES[speaker], share * len(part) - 0.06)
            mix.add(start, samples, 0.50, {"Visal": 0.58, "Neary": 0.44}.get(speaker, 0.5))
            start += share * len(part)


def bar(frequency: float, seconds=1.6) -> list[float]:
    """A struck wooden bar, as of a roneat."""
    found = []
    for k in range(int(seconds * SAMPLE_RATE)):
        t = k / SAMPLE_RATE
        turn = 2 * pi * frequency * t
        found.append(exp(-3.4 * t) * sin(turn) + 0.28 * exp(-9 * t) * sin(3.93 * turn) + 0.10 * exp(-22 * t) * sin(9.2 * turn))
    return found


def pad(frequencies, seconds: float) -> list[float]:
    """A slow chord that swells and goes."""
    found = []
    for k in range(int(seconds * SAMPLE_RATE)):
        t = k / SAMPLE_RATE
        swell = sin(pi * t / seconds) ** 1.4
        found.append(swell * sum(sin(2 * pi * f * t) + 0.4 * sin(2 * pi * f * 1.004 * t) for f in frequencies))
    return found


SCALE = [196.0 * 2 ** (step / 12) for step in (0, 2, 4, 7, 9, 12, 14, 16, 19, 21, 24)]
MELODY = (4, 5, 7, 5, 4, 2, 3, None, 5, 7, 8, 7, 5, 4, 2, None, 3, 4, 5, 3, 2, 1, 0, None, 2, 3, 4, 5, 7, 5, 4, None)
CHORDS = ((98.0, 146.83, 246.94), (110.0, 164.81, 246.94), (82.41, 123.47, 196.0), (98.0, 146.83, 220.0))


def add_music(mix: Mix, start: float, seconds: float, beat=0.42) -> None:
    bars = {}
    count = int((seconds - 1.5) / beat)
    for k in range(count):
        step = MELODY[k % len(MELODY)]
        if step is not None:
            tone = bars.setdefault(step, bar(SCALE[step]))
            mix.add(start + k * beat, tone, 0.085 * min(1, (k + 2) / 5, (count - k) / 5), 0.35 + 0.3 * (k % 2))
    for k in range(int(seconds / 4)):
        mix.add(start + 4 * k, pad(CHORDS[k % 4], 5.2), 0.016, 0.4 + 0.2 * (k % 2))


def bed_levels(frame: int):
    """Loudness of the three beds, crossing over in a quarter second (or the dissolve's second)."""
    index = max(k for k, (first, _) in enumerate(SHOTS) if first <= frame)
    ramp = len(DISSOLVE) if SHOTS[index][0] == DISSOLVE.start else 6
    share = min(1.0, (frame - SHOTS[index][0]) / ramp) if index else 1.0
    return [before + (now - before) * share for before, now in zip(BEDS[max(0, index - 1)], BEDS[index])]


def add_beds(mix: Mix) -> None:
    random = Random(7)
    for channel in (mix.left, mix.right):
        low = lower = middle = 0.0
        for frame in range(FRAME_COUNT):
            river, rain, market = bed_levels(frame)
            river *= 0.8 + 0.2 * sin(frame * 0.11)
            market *= 0.8 + 0.2 * sin(frame * 0.47) * sin(frame * 0.19)
            first, end = (int(seconds_at(n) * SAMPLE_RATE) for n in (frame, frame + 1))
            for k in range(first, min(end, LENGTH)):
                white = random.random() - 0.5
                low += 0.02 * (white - low)
                lower += 0.004 * (low - lower)
                middle += 0.13 * (white - middle)
                channel[k] += 0.26 * river * (low - lower) + 0.055 * rain * (white - middle * 0.6) + 0.16 * market * (middle - low)


def write_sound(cues: list[Cue], path: Path) -> None:
    mix = Mix()
    add_beds(mix)
    add_music(mix, 0.4, 21.0)
    add_music(mix, 44.6, 8.0, 0.52)
    add_music(mix, 66.4, 13.2)
    add_speech(mix, cues)
    mix.write(path)
