#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes sound in which it is known where people speak: speech_clips.py SET SEED FOLDER [SECONDS].

Utterances of espeak-ng (voices and languages of SET, `tune` or `report`, which share none), with pauses of 0.15 to 18 s, in four
beds: clean, noise10 (pink and brown noise 10 dB below the speech, and slams), music6 (music 6 dB below) and both3 (music and noise, both
together 3 dB below). FOLDER gets BED.wav of each, and truth.json.

Truth: an utterance begins where the mean power of 10 ms of its clean sound is first within 40 dB of the utterance's greatest, and ends where it
last is, to a millisecond. Levels are mean powers: of the speech where there is some, of a bed over its whole length. Needs numpy and
espeak-ng; the same SET and SEED give the same sound with the same espeak-ng."""
import io
import json
import pathlib
import subprocess
import sys
import wave

import numpy as np

RATE = 22050  # of espeak-ng
WORDS = {
    "en-us": "people never know what the river takes away after rain but old boats still come home early with lanterns small bread and stories",
    "fr-fr": "nous avons perdu la route pendant une longue nuit mais le vent chaud revient toujours avant demain dans cette petite maison",
    "id": "kami tidak pernah tahu kapan hujan turun di atas sawah tetapi anak kecil selalu bermain dekat pintu rumah besar itu",
    "vi": "chúng tôi không biết khi nào mưa sẽ rơi trên cánh đồng nhưng trẻ em vẫn chơi gần nhà cũ bên sông lớn",
    "pl": "nigdy nie wiemy kiedy deszcz spadnie na stare pola ale dzieci zawsze graja blisko domu przy duzej rzece",
    "en-gb": "somebody left a window open and the cold morning came through every room without asking who was asleep or only waiting",
    "de": "niemand hat gesehen wohin der junge mann heute morgen gegangen ist aber seine schwester wartet noch immer am alten bahnhof",
    "es": "ella siempre dice que el camino largo es mejor porque nadie pregunta nada cuando llega tarde con los zapatos rotos",
    "th": "เรา ไม่ เคย รู้ ว่า ฝน จะ ตก เมื่อไร แต่ เด็ก ยัง เล่น ใกล้ บ้าน หลัง ใหญ่ ริม แม่น้ำ",
    "it": "qualcuno ha lasciato la porta aperta e il freddo della mattina entrava piano mentre tutti dormivano ancora vicino al fuoco",
}
VOICES = {
    "tune": (["en-us", "fr-fr", "id", "vi", "pl"], ["m1", "m3", "m5", "f2", "f5", "max", "Andy", "Annie", "boris"]),
    "report": (["en-gb", "de", "es", "th", "it"], ["m2", "m4", "m7", "f1", "f3", "f4", "paul", "linda", "Denis"]),
}
BEDS = ("clean", "noise10", "music6", "both3")


def spoken(random, which):
    """One utterance: mono floats, cut to a little more than where it is heard, and its edges in samples."""
    languages, variants = VOICES[which]
    language = random.choice(languages)
    voice = f"{language}+{random.choice(variants)}"
    words = WORDS[language].split()
    text = " ".join(random.choice(words, size=random.integers(1, 13)))
    command = ["espeak-ng", "-v", voice, "-s", str(random.integers(130, 230)), "-p", str(random.integers(25, 75)), "--stdout", text]
    with wave.open(io.BytesIO(subprocess.run(command, check=True, capture_output=True).stdout)) as sound:
        samples = np.frombuffer(sound.readframes(sound.getnframes()), dtype="<i2")
    samples = samples[: len(samples)] / 32768
    begin, end = edges(samples)
    margin = RATE // 10
    samples = samples[max(begin - margin, 0) : end + margin]
    return samples * 10 ** (random.uniform(-4, 4) / 20), min(begin, margin), min(begin, margin) + end - begin, voice


def edges(samples):
    """Where it is heard first and last, by the rule above."""
    length, hop = RATE // 100, RATE // 1000
    power = np.convolve(samples**2, np.ones(length) / length, mode="same")[::hop]
    heard = np.flatnonzero(power >= power.max() * 1e-4)
    return heard[0] * hop, (heard[-1] + 1) * hop


def speech(random, which, seconds):
    """The whole film's speech, and its truth."""
    track, spans, place = np.zeros(int(seconds * RATE)), [], int(RATE * random.uniform(0.5, 3))
    while True:
        samples, begin, end, voice = spoken(random, which)
        start = place - begin
        if place + end - begin + RATE > len(track):
            return track, spans
        track[start : start + len(samples)] += samples
        spans.append({"start_ms": round(place * 1000 / RATE, 1), "end_ms": round((place + end - begin) * 1000 / RATE, 1), "voice": voice})
        place += end - begin + int(RATE * np.exp(random.uniform(np.log(0.15), np.log(18))))


def coloured(random, count, exponent):
    """Noise whose power falls with the frequency to `exponent` (1: pink, 2: brown), from 20 Hz on."""
    spectrum = np.fft.rfft(random.standard_normal(count))
    frequency = np.maximum(np.fft.rfftfreq(count, 1 / RATE), 20)
    return unit(np.fft.irfft(spectrum / frequency ** (exponent / 2), count))


def unit(samples):
    return samples / np.sqrt(np.mean(samples**2))


def noise(random, count):
    """Pink and brown noise that change places slowly."""
    swing = np.interp(np.arange(count), np.arange(0, count + RATE, RATE * 5), random.uniform(0, 1, count // (RATE * 5) + 2)[: len(np.arange(0, count + RATE, RATE * 5))])
    return unit(coloured(random, count, 1) * swing + coloured(random, count, 2) * (1 - swing))


def slams(random, count):
    """Doors and blows: bursts of noise over a thump, one in 2 to 10 s."""
    track, place = np.zeros(count), int(random.uniform(1, 5) * RATE)
    while place + RATE < count:
        t = np.arange(RATE) / RATE
        burst = random.standard_normal(RATE) * np.exp(-t / random.uniform(0.01, 0.12))
        thump = 2 * np.sin(2 * np.pi * random.uniform(50, 140) * t) * np.exp(-t / 0.08)
        track[place : place + RATE] += (burst + thump) * random.uniform(0.15, 0.5)
        place += int(random.uniform(2, 10) * RATE)
    return track


def tone(random, timbre, pitch, length, vibrato=0.0):
    """One note: harmonics of an instrument under its envelope. `pitch` in Hz, `length` in s."""
    release = {"pad": 0.5, "organ": 0.08, "plucked": 0.3, "reed": 0.1, "bowed": 0.2, "bell": 1.0}[timbre]
    t = np.arange(int((length + release) * RATE)) / RATE
    phase = 2 * np.pi * pitch * t - vibrato * pitch / 5.5 * np.cos(2 * np.pi * 5.5 * t)
    steepness = {"pad": 1.6, "organ": 0.9, "plucked": 1.2, "reed": 0.8, "bowed": 1.0, "bell": 0.6}[timbre]
    ratios = [1, 2.76, 5.4, 8.93] if timbre == "bell" else range(1, 25)
    wave_ = np.zeros(len(t))
    for number, ratio in enumerate(ratios, 1):
        if ratio * pitch > 9000:
            break
        strength = number**-steepness * random.uniform(0.5, 1)
        if timbre == "reed":
            strength *= 0.2 + np.exp(-(((ratio * pitch - 1100) / 500) ** 2)) * 2
        decay = np.exp(-t * (1.5 + 0.5 * number)) if timbre in ("plucked", "bell") else 1
        wave_ += strength * np.sin(ratio * phase + random.uniform(0, 6)) * decay
    attack = {"pad": 0.25, "organ": 0.02, "plucked": 0.004, "reed": 0.04, "bowed": 0.09, "bell": 0.002}[timbre]
    return wave_ * np.minimum(1, t / attack) * np.clip((length + release - t) / release, 0, 1)


def drum(random, kind):
    t = np.arange(int(0.3 * RATE)) / RATE
    if kind == "kick":
        return 1.6 * np.sin(2 * np.pi * (45 * t + 4 * (1 - np.exp(-t * 30)))) * np.exp(-t / 0.1)
    hiss = random.standard_normal(len(t))
    if kind == "snare":
        return (0.7 * hiss + np.sin(2 * np.pi * 190 * t)) * np.exp(-t / 0.07)
    return 0.5 * np.diff(hiss, prepend=0) * np.exp(-t / 0.03)


def add(track, place, samples, gain=1.0):
    end = min(place + len(samples), len(track))
    if place < end:
        track[place:end] += gain * samples[: end - place]


def bar(random, track, place, beat, style, root):
    """One bar of four beats: a chord, a bass note, a melody and drums, as the style has them."""
    degrees = [0, 2, 4, 5, 7, 9, 11]
    first = random.integers(0, 7)
    chord = [root + degrees[(first + step) % 7] + 12 * ((first + step) // 7) for step in (0, 2, 4, 6)[: random.integers(3, 5)]]
    hertz = lambda key: 440 * 2 ** ((key - 69) / 12)
    for key in chord:
        add(track, place, tone(random, style["chords"], hertz(key), 4 * beat * 0.95), 0.35)
    add(track, place, tone(random, "plucked", hertz(chord[0] - 24), 2 * beat), 0.7)
    at = 0.0
    while style["melody"] and at < 4:
        length = random.choice([0.5, 0.5, 1, 1, 2])
        key = root + 12 + degrees[random.integers(0, 7)]
        if random.random() < 0.85:
            add(track, place + int(at * beat * RATE), tone(random, style["melody"], hertz(key), length * beat * 0.9, random.uniform(0, 0.025)), 0.8)
        at += length
    for half in range(8 if style["drums"] else 0):
        at = place + int(half * beat / 2 * RATE)
        add(track, at, drum(random, "hat"), 0.8)
        if half in (0, 4):
            add(track, at, drum(random, "kick"))
        if half in (2, 6):
            add(track, at, drum(random, "snare"))


def music(random, which, count):
    """Pieces of 20 to 40 s, each in a style of its own; bowed strings and bells are heard in `report` alone."""
    sustained = ["pad", "organ"] + ["bowed"] * (which == "report")
    leading = ["plucked", "reed", "organ", ""] + ["bowed", "bell"] * (which == "report")
    track, place = np.zeros(count), 0
    while place < count:
        beat, root = 60 / random.uniform(65, 150), random.integers(50, 62)
        style = {"chords": random.choice(sustained + ["plucked"]), "melody": str(random.choice(leading)), "drums": random.random() < 0.6}
        for _ in range(int(random.uniform(20, 40) / (4 * beat))):
            bar(random, track, place, beat, style, root)
            place += int(4 * beat * RATE)
    return unit(track)


def write(path, samples):
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        sound.writeframes(np.round(np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes())


def main(which, seed, folder, seconds=600.0):
    random = np.random.default_rng([int(seed), len(which)])
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    track, spans = speech(random, which, float(seconds))
    level = np.sqrt(np.mean(np.concatenate([track[int(s["start_ms"] * RATE / 1000) : int(s["end_ms"] * RATE / 1000)] for s in spans]) ** 2))
    track *= 0.1 / level
    hiss, tune, blows = noise(random, len(track)), music(random, which, len(track)), slams(random, len(track))
    beds = {
        "clean": 0,
        "noise10": hiss * 0.1 * 10 ** (-10 / 20) + blows,
        "music6": tune * 0.1 * 10 ** (-6 / 20),
        "both3": unit(hiss * 0.5 + tune) * 0.1 * 10 ** (-3 / 20) + blows,
    }
    for name, bed in beds.items():
        write(folder / f"{name}.wav", track + bed)
    (folder / "truth.json").write_text(json.dumps({"seconds": len(track) / RATE, "spans": spans}, ensure_ascii=False))


if __name__ == "__main__":
    main(*sys.argv[1:])
