// SPDX-License-Identifier: MIT
#include "format/vtt/asides.h"

#include <subs/text/newline.h>

#include "format/vtt/blocks.h"

#include <algorithm>
#include <string_view>

namespace subs::vtt {
namespace {

AsideKind kindOf(BlockKind kind) {
    switch (kind) {
        case BlockKind::Header:
            return AsideKind::Frame;
        case BlockKind::Style:
        case BlockKind::Region:
            return AsideKind::StyleSheet;
        case BlockKind::Note:
            return AsideKind::Note;
        case BlockKind::Cue:
        case BlockKind::BadCue:
        case BlockKind::Other:
            break;
    }
    return AsideKind::Stray;
}

/// Where the line of times begins that a cue has below its label.
std::size_t timesIn(std::string_view block) {
    const std::size_t arrow = std::min(block.find("-->"), block.size());
    const std::size_t newline = block.substr(0, arrow).find_last_of("\r\n");
    return newline == block.npos ? 0 : newline;
}

/// The line that shows what is in `block`: of a damaged cue that of its times, of a style sheet and
/// a note the first below its name,
/// where nothing is behind that.
std::string_view shownLine(BlockKind kind, std::string_view block) {
    std::string_view rest = block;
    if (kind == BlockKind::Note) rest.remove_prefix(std::string_view("NOTE").size());
    if (kind == BlockKind::Style || kind == BlockKind::Region)
        rest.remove_prefix(std::min(rest.find_first_of("\r\n"), rest.size()));
    if (kind == BlockKind::BadCue) rest.remove_prefix(timesIn(rest));
    const std::string_view line = firstLine(rest);
    return line.empty() ? firstLine(block) : line;
}

BlockReader::From beginOf(std::string_view stretch, bool isFirst, bool isBehindCue) {
    if (isFirst && hasSignature(stretch)) return BlockReader::From::Header;
    return isBehindCue ? BlockReader::From::Cues : BlockReader::From::Body;
}

/// The header: its first line is the signature and the title, which a document has, as it has the
/// language. Each other line is of a person or of who made the stream (X-TIMESTAMP-MAP).
void addHeader(std::string_view header, std::vector<Aside>& asides) {
    LineReader lines(header);
    if (lines.next()) asides.push_back({AsideKind::Frame, firstLine(lines.line())});
    while (lines.next()) {
        const std::string_view line = firstLine(lines.line());
        const bool isHeld = line.empty() || line.starts_with(kLanguageName);
        if (!isHeld) asides.push_back({AsideKind::Metadata, line});
    }
}

}  // namespace

std::vector<Aside> asidesIn(const Origin& origin) {
    std::vector<Aside> asides;
    bool isBehindCue = false;
    for (std::size_t i = 0; i < origin.pieces.size(); ++i) {
        isBehindCue = isBehindCue || origin.pieces[i].kind == PieceKind::Cue;
        if (!isAside(origin.pieces[i].kind)) continue;
        const std::string_view stretch = origin.stretch(i);
        for (BlockReader blocks(stretch, beginOf(stretch, i == 0, isBehindCue)); blocks.next();) {
            const Block& block = blocks.block();
            const std::string_view text = stretch.substr(block.begin, block.end - block.begin);
            if (block.kind == BlockKind::Header) {
                addHeader(text, asides);
                continue;
            }
            const std::string_view line = shownLine(block.kind, text);
            if (!line.empty()) asides.push_back({kindOf(block.kind), line});
        }
    }
    return asides;
}

}  // namespace subs::vtt
