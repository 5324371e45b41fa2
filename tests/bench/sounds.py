# SPDX-License-Identifier: MIT
"""Films of sound alone, as long as wanted: speech over music and drums, by espeak-ng and ffmpeg."""
import subprocess

WORDS = ("The old boat left the harbour before sunrise. Nobody spoke for a long time. Then she asked him where the seven lanterns were, and he "
         "laughed. We sold them, he said, one by one, to the people upriver. You should have told me. I would have bought them all back myself.")
PIECE = 120  # seconds, of which a film is made by repeating it
MUSIC = ("aevalsrc='0.06*(sin(2*PI*220*t)+sin(2*PI*277.2*t)+sin(2*PI*329.6*t))*(0.6+0.4*sin(2*PI*0.1*t))+0.05*(random(0)*2-1)*exp(-12*mod(t,0.5))"
         "|0.06*(sin(2*PI*220.5*t)+sin(2*PI*277.6*t)+sin(2*PI*330.1*t))*(0.6+0.4*sin(2*PI*0.13*t))+0.05*(random(1)*2-1)*exp(-12*mod(t+0.25,0.5))"
         f"':s=48000:d={PIECE}")
SPEECH = "[0:a]aresample=48000,apad=whole_dur=24,volume=0.7,aloop=loop=4:size=1152000"
STEREO = f"{SPEECH},pan=stereo|c0=c0|c1=c0[speech];[speech][1:a]amix=inputs=2:normalize=0:duration=shortest[out]"
SURROUND = (f"{SPEECH}[c];[1:a]asplit[m1][m2];[m1]channelsplit=channel_layout=stereo[l][r];[m2]pan=stereo|c0=0.5*c0|c1=0.5*c1,asplit=3[m3][m4][m5];"
            "[m3]channelsplit=channel_layout=stereo:channels=FL[bl];[m4]channelsplit=channel_layout=stereo:channels=FR[br];[m5]pan=mono|c0=0.1*c0[lf];"
            "[l][r][c][lf][bl][br]join=inputs=6:channel_layout=5.1[out]")
KINDS = {"stereo AAC": (STEREO, ["-c:a", "aac", "-b:a", "192k"], "m4a"), "5.1 AC-3": (SURROUND, ["-c:a", "ac3", "-b:a", "448k"], "mka")}


def ffmpeg(*arguments):
    subprocess.run(["ffmpeg", "-nostdin", "-v", "error", "-y", *map(str, arguments)], check=True)


def film(folder, kind, hours):
    """The path of a film of that kind and length."""
    graph, codec, ending = KINDS[kind]
    speech, piece = folder / "speech.wav", folder / f"piece.{ending}"
    if not piece.exists():
        subprocess.run(["espeak-ng", "-v", "en-us", "-s", "140", "-w", speech, WORDS], check=True)
        ffmpeg("-i", speech, "-f", "lavfi", "-i", MUSIC, "-filter_complex", graph, "-map", "[out]", *codec, piece)
    listing, whole = folder / "pieces.txt", folder / f"{hours}-hours.{ending}"
    listing.write_text(f"file {piece.name}\n" * (hours * 3600 // PIECE), encoding="utf-8")
    ffmpeg("-f", "concat", "-i", listing, "-c", "copy", whole)
    return whole
