// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"

#include <array>

namespace subs::cli {
namespace {

constexpr std::array kCommands = {
    Command{
        "convert",
        "one format, encoding or frame rule into another",
        "subs convert film.srt -o film.ass\n  subs convert --recursive -t ass catalogue --out-dir converted",
        Films::Unneeded,
        defineConvert},
    Command{
        "shift",
        "all times, or those of a part, by a length of time or by frames",
        "subs shift --by -1.5s film.srt -o earlier.srt\n  subs shift --frames 12 --fps 23.976 --recursive catalogue --out-dir shifted",
        Films::Unneeded,
        defineShift},
    Command{
        "retime",
        "stretch times: between frame rates, by a factor or to anchor points",
        "subs retime --from-fps 25 --to-fps 23.976 film.srt -o slower.srt\n  subs retime --anchor '#1=0:00:42.5' --anchor 1:31:07=1:31:03.2 film.srt -o fitted.srt",
        Films::Unneeded,
        defineRetime},
    Command{"info",
            "what a file is, and why",
            "subs info film.srt film.mkv",
            Films::Unneeded,
            defineInfo},
    Command{"dump", "a document as JSON", "subs dump film.ass", Films::Unneeded, defineDump},
    Command{"qc",
            "check against a client's guide",
            "subs qc --profile house-km film.km.srt",
            Films::Unneeded,
            defineQc},
    Command{"words",
            "mark word boundaries, line by line",
            "subs words < text.txt",
            Films::Unneeded,
            defineWords},
    Command{"breaks",
            "mark where lines may break, line by line",
            "subs breaks --separator '|' < text.txt",
            Films::Unneeded,
            defineBreaks},
    Command{
        "normalize",
        "put the encoding of Khmer right",
        "subs normalize film.km.srt -o right.km.srt\n  subs normalize --check --recursive catalogue\n  subs normalize < text.txt",
        Films::Unneeded,
        defineNormalize},
    Command{
        "wrap",
        "break texts into lines, by the guides and by drawn width",
        "subs wrap film.km.srt -o wrapped.km.srt\n  subs wrap --max-count 24 --unit clusters < text.txt",
        Films::Unneeded,
        defineWrap},
    Command{"count",
            "how much text each line holds, and how wide it is",
            "subs count --header --font 'Khmer OS Battambang' < text.txt",
            Films::Unneeded,
            defineCount},
    Command{"frames",
            "exact frame arithmetic for scripts",
            "echo 'time 1000 start' | subs frames --fps 23.976",
            Films::Unneeded,
            defineFrames},
    Command{"render",
            "one frame with subtitles as PNG",
            "subs render --film film.mkv --frame 240 -o frame.png film.ass",
            Films::Needed,
            defineRender},
    Command{"formats",
            "what can be read and written",
            "subs formats --json",
            Films::Unneeded,
            defineFormats},
    Command{"profiles",
            "the guides that qc checks against",
            "subs profiles",
            Films::Unneeded,
            defineProfiles},
    Command{"edit",
            "open the editor",
            "subs edit film.mkv film.km.srt film.en.srt",
            Films::Unneeded,
            defineEdit},
};

}  // namespace

std::span<const Command> commands() {
    return kCommands;
}

}  // namespace subs::cli
