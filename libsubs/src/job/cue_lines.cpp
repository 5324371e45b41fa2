// SPDX-License-Identifier: MIT
#include <subs/job/cue_lines.h>
#include <subs/text/newline.h>

#include <fmt/format.h>

#include <algorithm>

namespace subs {

std::vector<std::uint32_t> cueLinesOf(const Document& document) {
    std::vector<std::uint32_t> lines(document.cues.size(), 0);
    if (!document.origin || document.origin->isBinary) return lines;
    const Origin& origin = *document.origin;
    std::vector<std::uint32_t> lineOfPiece;
    LineReader reader(origin.text);
    bool more = reader.next();
    for (const Piece& piece : origin.pieces) {
        while (more && reader.nextBegin() <= piece.begin && reader.nextBegin() < origin.text.size())
            more = reader.next();
        lineOfPiece.push_back(reader.number());
    }
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (const PieceRef piece = document.cues[i].piece;
            piece.has() && piece.index < lineOfPiece.size())
            lines[i] = lineOfPiece[piece.index];
    return lines;
}

std::uint32_t lineOfCue(const Document& document, std::size_t index) {
    const PieceRef piece = document.cues[index].piece;
    if (!document.origin || document.origin->isBinary || !piece.has() ||
        piece.index >= document.origin->pieces.size())
        return 0;
    return placeIn(document.origin->text, document.origin->pieces[piece.index].begin).line;
}

std::string cueName(const Cue& cue, std::size_t index) {
    return cue.label.empty() ? fmt::format("cue {}", index + 1)
                             : fmt::format("cue {} (\"{}\")", index + 1, cue.label);
}

std::uint32_t lineOfRaw(const Document& document, std::string_view content) {
    if (!document.origin || document.origin->isBinary || content.empty()) return 0;
    const Origin& origin = *document.origin;
    for (std::size_t i = 0; i < origin.pieces.size(); ++i) {
        const PieceKind kind = origin.pieces[i].kind;
        if (kind != PieceKind::Raw && kind != PieceKind::Section) continue;
        const std::size_t at = origin.stretch(i).find(content);
        if (at != std::string_view::npos)
            return placeIn(origin.text, origin.pieces[i].begin + at).line;
    }
    return 0;
}

TextPlace placeIn(std::string_view text, std::size_t at) {
    LineReader lines(text);
    while (lines.nextBegin() <= at && lines.next()) {
    }
    return {std::max<std::uint32_t>(lines.number(), 1),
            static_cast<std::uint32_t>(at - lines.begin() + 1)};
}

}  // namespace subs
