#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Makes the small films of the tests: make_films.sh FRAME_SOURCE SHOT_SOURCE FOLDER. Every frame carries its number, see frame_source.cpp,
# but for those of the shots, see shot_script.h.
set -euo pipefail
frame_source=$1
shot_source=$2
mkdir -p "$3"
cd "$3"
rate=24000/1001

ff() { ffmpeg -nostdin -hide_banner -loglevel error -y "$@"; }
frames() { "$frame_source" "$1" "$2" "$3" | ffmpeg -hide_banner -loglevel error -y -f rawvideo -pix_fmt yuv420p -s "$2x$3" -r "$rate" -i - "${@:4}"; }
x264=(-c:v libx264 -preset veryfast -crf 20 -g 250 -keyint_min 250 -sc_threshold 0 -bf 3 -threads 1)

# Sound whose every sample tells its own number: n = 512 * left + 300 * 4096 * right, without loss.
counted="aevalsrc=mod(n\,300)/512|floor(n/300)/4096:s=48000:d=10"
ff -f lavfi -i "$counted" -c:a pcm_s16le counted.wav
ff -f lavfi -i "sine=440:r=48000:d=25" -c:a aac tone.m4a
ff -i counted.wav -c:a flac counted.mka
ff -i counted.wav -c:a alac counted.m4a
ff -f lavfi -i "$counted" -af "aselect=not(between(t\,3\,4))" -c:a pcm_s16le gap.mka

# A tone in the centre of six channels.
ff -f lavfi -i "aevalsrc=0|0|0.5*sin(2*PI*1000*t)|0|0|0:c=5.1:s=48000:d=2" -c:a flac -sample_fmt s32 centre.mka

frames 600 320 180 "${x264[@]}" silent.mp4
# Clicks of a millisecond at 1.5 and 22.25 s of sound that has a lead to be passed over.
ff -f lavfi -i "aevalsrc=0.9*(between(n\,66150\,66193)+between(n\,981225\,981268)):s=44100:d=25" -i silent.mp4 -map 1:v -map 0:a -c:v copy -c:a aac click.mp4
ff -i silent.mp4 -i tone.m4a -map 0:v -map 1:a -c copy film.mp4
ff -i silent.mp4 -c copy film.mkv
ff -i silent.mp4 -c copy -movflags +faststart front.mp4
ff -i silent.mp4 -i tone.m4a -map 0:v -map 1:a -c copy primed.mkv
ff -itsoffset 0.517 -i silent.mp4 -i tone.m4a -map 0:v -map 1:a -c copy late.mkv
ff -itsoffset 0.517 -i silent.mp4 -i tone.m4a -map 0:v -map 1:a -c copy late.mp4
ff -i silent.mp4 -itsoffset 0.25 -i counted.mka -map 0:v -map 1:a -c copy late_sound.mkv
ff -ss 1.3 -i silent.mp4 -c copy edited.mp4
ff -i silent.mp4 -i tone.m4a -map 0:v -map 1:a -c copy -muxdelay 0.7 film.ts
ff -i silent.mp4 -c copy -metadata:s:v rotate=90 turned.mp4
ff -i silent.mp4 -c copy -bsf:v h264_metadata=sample_aspect_ratio=4/3 wide.mp4

# Frames 10 to 70 ms apart, without a pattern that a rate would fit.
uneven="setpts=(N*40+mod(N*N*7\,31)-mod(N\,3)*5)/1000/TB"
frames 300 320 180 -vf "settb=1/1000,$uneven" -fps_mode passthrough "${x264[@]}" -enc_time_base 1:1000 uneven.mkv
ff -i uneven.mkv -c copy -video_track_timescale 90000 uneven.mp4

frames 300 320 180 -c:v libx264 -preset veryfast -g 48 -bf 3 -x264-params open-gop=1 -threads 1 open.mp4
frames 300 320 180 -c:v mpeg4 -q:v 3 -g 60 -bf 2 part2.avi
frames 120 320 180 -pix_fmt yuv420p10le -c:v libx265 -preset ultrafast -x265-params log-level=none:pools=1:frame-threads=1:bframes=4 ten.mkv
frames 90 321 181 -c:v libvpx-vp9 -deadline realtime -cpu-used 8 odd.webm
frames 90 320 180 -c:v libvpx -deadline realtime -cpu-used 8 -auto-alt-ref 1 -lag-in-frames 16 hidden.webm
frames 60 320 180 -c:v mpeg2video -q:v 3 -g 15 -bf 2 part2.mpg

ff -f lavfi -i "color=red:s=64x64:d=1:r=1" -frames:v 1 cover.png
ff -i tone.m4a -i cover.png -map 0 -map 1 -c copy -disposition:v attached_pic cover.m4a

# One colour, 0x2060A0, by every matrix and range that a film may have, with and without saying so.
colour() { # NAME SIZE MATRIX RANGE TAGS...
  ff -f lavfi -i "color=0x2060A0:s=$2:r=24:d=0.2,format=rgb24" -vf "scale=out_color_matrix=$3:out_range=$4,format=yuv444p" \
    -c:v libx264 -qp 0 "${@:5}" "$1"
}
colour sd_untagged.mp4 320x180 bt601 tv
colour hd_untagged.mp4 1280x720 bt709 tv
colour sd_709.mp4 320x180 bt709 tv -colorspace bt709 -color_range tv
colour hd_601.mp4 1280x720 bt601 tv -colorspace smpte170m -color_range tv
colour full.mp4 320x180 bt709 pc -colorspace bt709 -color_range pc
colour uhd_2020.mp4 1280x720 bt2020 tv -colorspace bt2020nc -color_range tv

# "Khmer OS Freehand" under the name of "Khmer OS Siemreap", in a font's tables as bytes and as UTF-16; attached to a film, beside what is no font.
inUtf16() { sed 's/./\\x00&/g' <<<"$1"; }
LC_ALL=C sed "s/Freehand/Siemreap/g; s/$(inUtf16 Freehand)/$(inUtf16 Siemreap)/g" "$(fc-match -f '%{file}' 'Khmer OS Freehand:style=Regular')" > disguised.ttf
printf 'no font' > notes.txt
ff -i silent.mp4 -t 2 -c copy -attach disguised.ttf -metadata:s:t:0 mimetype=font/ttf -attach notes.txt -metadata:s:t:1 mimetype=text/plain attached.mkv

# Key frames once a second, so that damage has an end.
frames 300 320 180 -c:v libx264 -preset veryfast -g 24 -bf 2 -threads 1 short.mp4

# A film of shots: cuts, a flash, a whip, a dissolve, fades. In true colours, in bits that are no bytes, at uneven times, without times.
"$shot_source" 160 90 | ffmpeg -hide_banner -loglevel error -y -f rawvideo -pix_fmt yuv420p -s 160x90 -r "$rate" -i - -c:v libx264 -preset veryfast -crf 24 -g 24 -bf 2 -threads 1 shots.mp4
ff -i shots.mp4 -i tone.m4a -map 0:v -map 1:a -c copy shots.mkv
ff -i shots.mp4 -c:v ffv1 -pix_fmt yuv422p10 shots_ten.mkv
ff -i shots.mp4 -c:v ffv1 -pix_fmt bgr0 shots_rgb.mkv
ff -i shots.mp4 -c:v mpeg4 -q:v 4 -g 60 -bf 0 shots.avi
ff -i shots.mp4 -vf "settb=1/1000,$uneven" -fps_mode passthrough -c:v libx264 -preset veryfast -g 24 -bf 2 -threads 1 -enc_time_base 1:1000 shots_uneven.mkv

# Damage.
: > empty.mp4
ff -f lavfi -i "aevalsrc=random(0)*2-1:s=10000:d=1" -f s16le noise.bin
cp noise.bin noise.mp4
printf 'These are words, and no film at all.\n%.0s' {1..400} > words.txt
printf '1\n00:00:01,000 --> 00:00:02,000\nHello\n\n' > words.srt
head -c $(($(stat -c %s silent.mp4) / 2)) silent.mp4 > headless.mp4
head -c $(($(stat -c %s front.mp4) / 2)) front.mp4 > cut.mp4
head -c $(($(stat -c %s film.mkv) / 2)) film.mkv > cut.mkv
size=$(stat -c %s short.mp4)
{ head -c $((size / 2)) short.mp4; head -c 1500 noise.bin; tail -c +$((size / 2 + 1501)) short.mp4; } > scratched.mp4
# Packets 50 to 59 are not there. Of the others some cannot be decoded, but an MP4's table knows them.
ff -i shots.mp4 -c copy -bsf:v "noise=drop='between(n\,50\,59)'" shots_gaps.mkv
size=$(stat -c %s shots.mp4)
{ head -c $((size / 2)) shots.mp4; head -c 2500 noise.bin; tail -c +$((size / 2 + 2501)) shots.mp4; } > shots_scratched.mp4
# Two frames of one time, and a picture stream without frames beside sound.
ff -i silent.mp4 -c copy -bsf:v "setts=pts=if(eq(N\,10)\,PREV_OUTPTS\,PTS)" equal.mkv
ff -i film.mp4 -map 0:v -map 0:a -c copy -bsf:v "noise=drop=1" no_frames.mkv
# A header without a single frame.
head -c 1200 film.mkv > nothing.mkv
# The same with a sound stream, which is enough to open it.
head -c 1400 primed.mkv > pictureless.mkv
touch complete
