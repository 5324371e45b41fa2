#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# burn_in.sh SAMPLES PUT_ON_FRAMES FOLDER: burns the sample's tracks into its film with FFmpeg's own filter and compares
# every frame with the bare film: a frame differs where the table says that a cue is shown, and nowhere else. The films
# are the MP4, the same as MKV, and an MKV whose picture starts half a frame late, with tracks that Subs writes for it.
set -euo pipefail
samples=$1 put_on_frames=$2 work=$3
mkdir -p "$work"
cd "$work"
cp "$samples"/seven-lanterns.{mp4,km.srt,en.srt,km.ass,en.ass} .
ffmpeg -v error -y -i seven-lanterns.mp4 -map 0:v -c copy seven-lanterns.mkv
# The lead-in of the sound moves the picture by 21 ms: 1,024 samples, about half a frame.
ffmpeg -v error -y -i seven-lanterns.mp4 -map 0:v -map 0:a -c copy late.mkv
start=$(ffprobe -v error -select_streams v -show_entries stream=start_time -of csv=p=0 late.mkv)
[ "$start" != 0.000000 ] || { echo "late.mkv does not start late"; exit 1; }
for track in {km,en}.{srt,ass}; do "$put_on_frames" late.mkv "${track%.*}" "late.$track"; done

# Checksums of all frames of a film, bare and with each of the tracks named, one decoding for all.
sum_frames() {
    local film=$1 graph outputs=(-map "[bare]" -fps_mode passthrough -f framecrc bare.crc) track
    shift
    graph="[0:v]split=$(($# + 1))[bare]"
    for track; do graph+="[$track]"; done
    for track; do
        graph+=";[$track]subtitles=$track[burned.$track]"
        outputs+=(-map "[burned.$track]" -fps_mode passthrough -f framecrc "$track.crc")
    done
    ffmpeg -v error -y -i "$film" -filter_complex "$graph" "${outputs[@]}"
}
sums() { awk -F', *' '!/^#/ { print $NF }' "$1.crc"; }
# The frames on which the table shows a cue of a track.
wanted() {
    awk -F'\t' -v track="$1" '$1 == track { for (n = $2; n <= $3; n++) print n }' "$samples/seven-lanterns.tsv"
}

failed=0
# Compares each track's frames in `film` with the table; tracks are called ….LANGUAGE.FORMAT.
compare() {
    local film=$1 track language
    shift
    sum_frames "$film" "$@"
    for track; do
        language=${track%.*}
        language=${language##*.}
        paste <(sums bare) <(sums "$track") | awk '$1 != $2 { print NR - 1 }' >shown.txt
        if wanted "$language" | diff - shown.txt >wrong.txt; then
            echo "$film with $track: $(wc -l <shown.txt) frames, all as in the table"
        else
            echo "$film with $track: wrong frames (< missing, > too many):"
            grep '^[<>]' wrong.txt | head
            failed=1
        fi
    done
}

compare seven-lanterns.mp4 seven-lanterns.{km,en}.{srt,ass}
compare seven-lanterns.mkv seven-lanterns.{km,en}.{srt,ass}
compare late.mkv late.{km,en}.{srt,ass}
exit $failed
