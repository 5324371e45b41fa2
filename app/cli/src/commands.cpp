// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"

#include <algorithm>
#include <array>

namespace subs::cli {
namespace {

constexpr std::array kCommands = {
    Command{
        .name = "convert",
        .summary = "one format, encoding or frame rule into another",
        .example =
            "subs convert film.srt -o film.ass\n  subs convert --recursive -t ass catalogue --out-dir converted\n  subs convert film.srt -o cut.srt --rounding frame --film film.mp4\n  subs convert film.km.srt -t dcdm --fps 24 --pictures -o film.xml",
        .define = defineConvert,
        .description =
            R"(Reads subtitle files of any format that subs formats lists and writes them in
another, or in their own with another encoding, other line ends or times put on
frames. What a file is in is told by its content, then by its name. In its own
format and with no other option a file comes out byte for byte.

What the new format cannot hold is told as a remark for each kind of loss, or
with all its cues by --report. A file is never written without cues that were
read unless a loss says which.

With --rounding frame each edge is read as players do (a start is the first frame
at or after it, an end the last before it) and written in the middle between two
frames, so that players that cut off and players that round show the same.
frame-nearest takes the frame that an edge lies nearest to, for files whose times
are frames rounded to the nearest unit. floor and nearest round to the unit of
the format.

A file that counts frames and says how many a second has keeps that rate in its
own format: --fps, --timecodes or --film of another rate move none of its times,
and a warning says so. Only where frames alone say when cues are shown (MicroDVD,
tables) are they read as those. New files have the rate that is asked for.

With --pictures each cue of a cinema file becomes a PNG picture beside it, drawn
as players draw it, for servers that shape a script badly. The file refers to
pictures by names made of their content, and cues that look the same share one.
A server does not scale them: --canvas is the size of the composition.)",
        .findings = "a loss at or above --fail-on",
        .related = "formats shift retime wrap normalize"},
    Command{
        .name = "shift",
        .summary = "all times, or those of a part, by a length of time or by frames",
        .example =
            "subs shift --by -1.5s film.srt -o earlier.srt\n  subs shift --frames 12 --fps 23.976 --recursive catalogue --out-dir shifted",
        .define = defineShift,
        .description =
            R"(Moves cues on, or back with a minus sign, by --by or by --frames. With --after
and --before only cues that begin between the two move. Everything else in a
file stays as it is.)",
        .findings = "a loss at or above --fail-on",
        .related = "retime convert"},
    Command{
        .name = "retime",
        .summary = "stretch times: between frame rates, by a factor or to anchor points",
        .example =
            "subs retime --from-fps 25 --to-fps 23.976 film.srt -o slower.srt\n  subs retime --anchor '#1=0:00:42.5' --anchor 1:31:07=1:31:03.2 film.srt -o fitted.srt",
        .define = defineRetime,
        .description =
            R"(Stretches times in one of three ways: so that the frames shown at one rate are
shown at another, by a factor, or so that two or more anchors come to lie where
they should and all between them in proportion. Equal times stay equal.

Between two rates each edge is put on its frame of the new one, as convert does
with --fps and --rounding frame. It stays where the factor puts it with
--rounding nearest, where only some cues are moved (--after, --before), and in a
format of whole seconds.)",
        .findings = "a loss at or above --fail-on",
        .related = "shift convert"},
    Command{
        .name = "pair",
        .summary = "two tracks to one bilingual file",
        .example =
            "subs pair film.km.srt film.en.srt -o film.srt\n  subs pair --as styles --place top film.km.srt film.en.srt -o film.ass\n  subs pair --recursive catalogue --lang km,en --out-dir bilingual",
        .define = definePair,
        .description =
            R"(Puts two tracks of one film into one file: stacked, both languages in a cue, or
each in a style of its own. Cues are joined by the time that they share, one to
one, one to several or several to one. A cue without a partner stays as it is
and is named. With folders NAME.km.srt goes with NAME.en.srt.)",
        .related = "unpair convert"},
    Command{
        .name = "unpair",
        .summary = "one bilingual file to two tracks: by field, script, style, row or lines",
        .example =
            "subs unpair film.srt -o film.km.srt -o film.en.srt\n  subs unpair --recursive bilingual --lang km,en --out-dir apart",
        .define = defineUnpair,
        .description =
            R"(Parts a bilingual file into its two tracks. What cannot be told apart is kept in
both and named.)",
        .related = "pair convert"},
    Command{
        .name = "extract",
        .summary = "text tracks and fonts out of MKV and MP4",
        .example =
            "subs extract film.mkv -o film.ass\n  subs extract --track km film.mp4 -o film.km.srt\n  subs extract --all film.mkv --out-dir tracks --fonts tracks/fonts",
        .films = Films::Needed,
        .define = defineExtract,
        .description =
            R"(Writes text tracks of films as subtitle files in their own format: SubRip, ASS
with its styles, comments and the order of its lines, WebVTT with its settings.
Timed text of MP4 becomes SubRip, and what that does not hold is told. With
another format named the track is converted on the way.

A film with one text track needs no choice. Times are those that players show.)",
        .findings = "a loss at or above --fail-on",
        .related = "mux convert info"},
    Command{
        .name = "mux",
        .summary = "subtitle files into a film, as text tracks of an MKV or MP4",
        .example =
            "subs mux film.mp4 film.km.srt film.en.srt -o film.mkv\n  subs mux film.mkv film.km.ass --default km --attach KhmerOS.ttf -o subtitled.mkv\n  subs mux film.mp4 film.km.srt film.en.srt --default km -o subtitled.mp4",
        .films = Films::Needed,
        .define = defineMux,
        .description =
            R"(Copies all of a film into a new MKV, nothing encoded anew, with subtitle files
as text tracks behind its streams. SubRip, ASS and WebVTT stay what they are;
other formats become SubRip. A track's language is that of --lang, of the name
(film.km.srt) or of its letters. Fonts that an ASS file has in it are attached.

Into an MP4 (or .m4v, .mov) the film has to be one. No byte of it moves: the
tracks are added behind it as timed text, which holds bold, italic, underline and
colours and one text at a time; what it does not hold is told.

The film itself is not changed, and may not be the output.)",
        .findings = "a loss at or above --fail-on",
        .related = "extract convert info"},
    Command{.name = "info",
            .summary = "what a file is, and why",
            .example = "subs info film.srt film.mkv",
            .define = defineInfo,
            .description =
                R"(Tells of a subtitle file its format and why, encoding and how sure that is,
line ends, cues, languages by script, first and last time, styles and fonts, and
with a frame rate or film what rule its times follow; of a film its streams,
frame rate and length.)",
            .related = "dump formats qc"},
    Command{.name = "dump",
            .summary = "a document as JSON",
            .example =
                "subs dump film.ass\n  subs dump --isd film.ttml\n  subs dump --cue-tree film.vtt",
            .define = defineDump,
            .description =
                R"(Prints one JSON document: format, encoding, language, all cues with their times
in milliseconds, text, markup and settings, and what was remarked on the way.)",
            .related = "info convert"},
    Command{
        .name = "qc",
        .summary = "check against a client's guide",
        .example =
            "subs qc --profile house-km film.km.srt\n  subs qc --film film.mp4 film.km.srt film.en.srt",
        .define = defineQc,
        .description =
            R"(Holds each file against a profile: line length and drawn width, lines, reading
speed, durations, gaps, overlaps, and how Khmer is encoded and spelt. Without
--profile the one for the language of the file is taken.)",
        .findings = "a finding at or above --fail-on",
        .related = "profiles normalize wrap"},
    Command{.name = "words",
            .summary = "mark word boundaries, line by line",
            .example = "subs words < text.txt",
            .define = defineWords,
            .description =
                R"(Copies lines of text from standard input to standard output with U+200B, or
what --separator says, at each boundary of words.)",
            .related = "breaks count wrap"},
    Command{.name = "breaks",
            .summary = "mark where lines may break, line by line",
            .example = "subs breaks --separator '|' < text.txt",
            .define = defineBreaks,
            .description =
                R"(Copies lines of text from standard input to standard output with U+200B, or
what --separator says, at each place where a line may end: of Khmer by its
words, of all else by Unicode's rules.)",
            .related = "words wrap count"},
    Command{
        .name = "normalize",
        .summary = "put the encoding of Khmer right",
        .example =
            "subs normalize film.km.srt -o right.km.srt\n  subs normalize --check --recursive catalogue\n  subs normalize < text.txt",
        .define = defineNormalize,
        .description =
            R"(Puts the signs of Khmer syllables in their order, vowels that were typed in two
halves together and invisible characters where they belong; digits, quotes and
marks where that is asked for. With subtitle files only the texts of cues are
touched. Without an input, lines of standard input go to standard output.)",
        .findings = "with --check, something is wrong",
        .related = "qc convert wrap"},
    Command{
        .name = "wrap",
        .summary = "break texts into lines, by the guides and by drawn width",
        .example =
            "subs wrap film.km.srt -o wrapped.km.srt\n  subs wrap --max-count 24 --unit clusters < text.txt",
        .define = defineWrap,
        .description =
            R"(Breaks the text of each cue into lines anew, as wide as they are drawn or as
long as they count, Khmer between words. Without an input each line of standard
input is a text.)",
        .findings = "a text does not fit, unless --fail-on is never",
        .related = "convert breaks qc"},
    Command{.name = "count",
            .summary = "how much text each line holds, and how wide it is",
            .example = "subs count --header --font 'Khmer OS Battambang' < text.txt",
            .define = defineCount,
            .description =
                R"(Prints for each line of standard input how many code points, clusters, columns
and words it holds and, with --font, how wide it is drawn, in em.)",
            .related = "words wrap"},
    Command{
        .name = "frames",
        .summary = "exact frame arithmetic for scripts",
        .example = "echo 'time 1000 start' | subs frames --fps 23.976",
        .define = defineFrames,
        .description = R"(Answers each line of standard input with a line, as soon as it is there.
Questions are "time N" (when frame N begins, in milliseconds), "time N start"
and "time N end" (what to write for a cue that starts on it or ends after it),
"frame MS" (the one shown at that time), "frame MS start", "frame MS end" (the
one that a cue with such an edge begins or ends with), "smpte N" (its time code)
and "smpte-frame HH:MM:SS:FF". What cannot be answered gets "error".)",
        .related = "convert render"},
    Command{.name = "render",
            .summary = "one frame with subtitles as PNG",
            .example = "subs render --film film.mkv --frame 240 -o frame.png film.ass",
            .films = Films::Needed,
            .define = defineRender,
            .description =
                R"(Draws one moment of a film, or of a black picture, with subtitles over it.

Fonts are those of a folder "fonts" beside the subtitles or the film, then those
attached to them, then those of the system. Khmer lines that are wider than the
picture between its margins are broken between words, which is told: players
break lines at spaces alone. --as-other-players draws what players show that have
neither.)",
            .related = "frames info"},
    Command{
        .name = "burn",
        .summary = "a film with subtitles drawn into its pictures",
        .example =
            "subs burn film.mkv film.ass -o burned.mp4\n  subs burn film.mp4 film.km.srt -o proof.mkv --crf 28 --preset veryfast",
        .films = Films::Needed,
        .define = defineBurn,
        .description =
            R"(Writes the film anew with the texts drawn into its pictures as render draws
them, in the colours and the depth that the pictures have. The pictures are
encoded as H.264 by x264, every frame at its own time; sound, chapters and tags
are kept as they are. Text tracks and attached files are left out, which is told
with --verbose.

--crf 0 keeps the pictures to the bit; from 18 to 23 a loss is hardly seen. A
film whose pictures are stored turned or with other pixels than square ones
comes upright and square.)",
        .related = "render mux convert"},
    Command{
        .name = "peaks",
        .summary = "how loud a film is when: as numbers, or drawn",
        .example =
            "subs peaks film.mkv\n  subs peaks film.mkv --json --bin 20 > film.peaks.json\n  subs peaks film.mkv --from 42:10 --to 42:20 -o waveform.png\n  subs peaks film.mkv --from 42:10 --to 42:20 --spectrogram -o spectrogram.png",
        .films = Films::Needed,
        .define = definePeaks,
        .description =
            R"(Reads the sound of a film and says how long it is, which channel was looked at
and where it is loudest. Speech is in the centre of a film with more than two
channels, so that is looked at unless --channel names another; of stereo it is
the mean of both.

With --json the waveform is printed: smallest and largest sample and rms of each
stretch of --bin milliseconds, in steps of 1/32768 of full scale, film time. With
-o it is drawn into a PNG, its rms darker, full scale at the edges; --spectrogram
draws which frequencies are heard instead, from 80 Hz at the bottom to 8 kHz.)",
        .related = "render info"},
    Command{.name = "speech",
            .summary = "where people speak in a film",
            .example = "subs speech film.mkv\n  subs speech --json sound.wav",
            .films = Films::Needed,
            .define = defineSpeech,
            .description =
                R"(Finds where people speak, over music and noise too, and prints a line for each
stretch of speech as soon as it is found: its start and end in film time, to 10
ms, and how sure it is that this is speech, from 0 to 1. Nobody's words are
understood, and singing may be taken for speech.)",
            .related = "info frames"},
    Command{.name = "shots",
            .summary = "where a film is cut, dissolves and fades",
            .example = "subs shots film.mkv\n  subs shots --json film.mkv > film.shots.json",
            .films = Films::Needed,
            .define = defineShots,
            .description =
                R"(Decodes a film and tells the first frame of each new shot, and the first and
last frames of dissolves and of fades to and from black or white. Frames count
from 0 in the order in which they are shown; beside them stands the film time
at which they begin. Flashes, quick movement and shaking are no cuts. A damaged
frame moves the number of no other.

With --from and --to only that stretch is decoded, with some frames around it.)",
            .related = "frames info"},
    Command{.name = "formats",
            .summary = "what can be read and written",
            .example = "subs formats --json",
            .define = defineFormats,
            .description =
                R"(Lists the formats with their endings, the steps of their times, and how well
they hold each feature: yes, roughly or no.)",
            .related = "convert info"},
    Command{.name = "profiles",
            .summary = "the guides that qc checks against",
            .example = "subs profiles",
            .define = defineProfiles,
            .description =
                R"(Lists the profiles that are installed, with their languages and the guides that
they are taken from.)",
            .related = "qc wrap"},
    Command{.name = "edit",
            .summary = "open the editor",
            .example = "subs edit film.mkv film.km.srt film.en.srt",
            .define = defineEdit,
            .description =
                R"(Becomes subs-editor with a film and up to two tracks. The exit status is the
editor's.)",
            .related = "render qc"},
};

}  // namespace

std::span<const Command> commands() {
    return kCommands;
}

const Command* commandNamed(std::string_view name) {
    const auto found = std::ranges::find(kCommands, name, &Command::name);
    return found == kCommands.end() ? nullptr : &*found;
}

}  // namespace subs::cli
