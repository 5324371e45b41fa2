# SPDX-License-Identifier: MIT
"""Films for measuring: photographs that cameras pan over, with grain, a cut every 168 frames, and in every frame its number in blocks
(tests/media/burned_number.h). The photographs are whatever pictures lie below /usr/share/backgrounds, what FFmpeg draws where there are none."""
import pathlib
import subprocess

PHOTOS = pathlib.Path("/usr/share/backgrounds")
RATE = "24000/1001"
SHOT = 168
X264 = ["-c:v", "libx264", "-preset", "fast", "-crf", "20", "-g", "250", "-keyint_min", "250", "-sc_threshold", "0", "-bf", "3"]
UNEVEN = "settb=1/1000,setpts='(N*40+mod(N*N*7,31)-mod(N,3)*5)/1000/TB'"
# What it is called: frames, how it is encoded, how its file ends.
KINDS = {
    "H.264, key frames 250 apart, MP4": (2880, X264, "mp4"),
    "H.264, key frames 250 apart, Matroska": (2880, X264, "mkv"),
    "H.264 at uneven times, Matroska": (1000, ["-vf", UNEVEN, "-fps_mode", "passthrough", "-enc_time_base", "1:1000", *X264], "mkv"),
    "HEVC of 10 bits, Matroska": (720, ["-pix_fmt", "yuv420p10le", "-c:v", "libx265", "-preset", "superfast", "-x265-params", "log-level=none:keyint=250"], "mkv"),
}


def ffmpeg(*arguments, **options):
    return subprocess.run(["ffmpeg", "-nostdin", "-v", "error", "-y", *map(str, arguments)], check=True, **options)


def photographs():
    return sorted(path for ending in ("jpg", "jpeg", "png", "webp") for path in PHOTOS.rglob(f"*.{ending}") if path.stat().st_size > 60_000)


def shots(folder):
    """Eight shots of 1080p, nearly lossless, once."""
    made = [folder / f"shot-{number}.mp4" for number in range(8)]
    pictures = photographs()
    for number, path in enumerate(made):
        if path.exists():
            continue
        # A photograph is decoded and scaled once, then held.
        source = (["-i", pictures[number * len(pictures) // 8]] if pictures
                  else ["-f", "lavfi", "-i", f"mandelbrot=s=2400x1350:r={RATE}:start_scale={3 / (number + 1)}"])
        held = f"scale=2400:1350:force_original_aspect_ratio=increase,crop=2400:1350,format=yuv420p,loop=loop={SHOT}:size=1" if pictures else "format=yuv420p"
        pan = f"crop=1920:1080:'mod(n*{number % 4 + 1},480)':'mod(n*{number % 3},270)'"
        ffmpeg(*source, "-vf", f"{held},settb=1001/24000,setpts=N,{pan},noise=alls=3:allf=t", "-frames:v", SHOT, "-r", RATE,
               "-c:v", "libx264", "-preset", "ultrafast", "-qp", "16", path)
    return made


def film(folder, kind, numbers):
    """The path of a film of that kind; `numbers` is the program frame_source."""
    count, codec, ending = KINDS[kind]
    target = folder / f"{list(KINDS).index(kind)}.{ending}"
    listing = folder / "shots.txt"
    listing.write_text("".join(f"file {path.name}\n" for path in shots(folder)) * (count // (8 * SHOT) + 1), encoding="utf-8")
    source = subprocess.Popen([numbers, str(count), "256", "64"], stdout=subprocess.PIPE)
    timing = codec[codec.index("-vf") + 1] if "-vf" in codec else "null"
    rest = [word for word in codec if word not in ("-vf", timing)]
    ffmpeg("-f", "concat", "-i", listing, "-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", "256x64", "-r", RATE, "-i", "-", "-filter_complex",
           f"[1:v]crop=256:32:0:16,scale=1536:192:flags=neighbor[n];[0:v]settb=1001/24000,setpts=N[s];[s][n]overlay=0:96:shortest=1,{timing}", "-frames:v", count, "-r" if timing == "null" else "-an",
           *([RATE] if timing == "null" else []), *rest, target, stdin=source.stdout)
    source.wait()
    return target


def long_film(folder, hours, sound, ending):
    """Two hours and the like: a small picture that moves little, with the sound of sounds.py."""
    target = folder / f"{hours}-hours.{ending}"
    piece, listing = folder / "film-piece.mp4", folder / "film-shots.txt"
    if not piece.exists():
        listing.write_text("".join(f"file {path.name}\n" for path in shots(folder)), encoding="utf-8")
        ffmpeg("-f", "concat", "-i", listing, "-vf", "scale=1280:720", "-frames:v", 8 * SHOT, *X264, piece)
    listing.write_text(f"file {piece.name}\n" * (hours * 3600 * 24000 // 1001 // (8 * SHOT) + 1), encoding="utf-8")
    ffmpeg("-f", "concat", "-i", listing, "-i", sound, "-map", "0:v", "-map", "1:a", "-c", "copy", "-shortest", target)
    return target
