// SPDX-License-Identifier: MIT
#include "format/xml/xml_saver.h"

#include <subs/text/newline.h>

#include "format/in_place.h"
#include "format/xml/words.h"
#include "format/xml/xml_declaration.h"

#include <algorithm>
#include <utility>

namespace subs {
namespace {

/// The line end and blanks before the first cue; nothing in a file of one line.
std::string indentOf(const Origin& origin) {
    const auto first = std::ranges::find(origin.pieces, PieceKind::Cue, &Piece::kind);
    if (first == origin.pieces.end()) return std::string(bytesOf(origin.newline));
    const std::string_view text = origin.text;
    const std::size_t line = text.substr(0, first->begin).find_last_of("\r\n");
    if (line == text.npos) return {};
    const std::string_view before = text.substr(line + 1, first->begin - line - 1);
    std::string result(bytesOf(origin.newline));
    if (trimmed(before).empty()) result += before;
    return result;
}

}  // namespace

bool isSavedInPlace(const Document& document, std::string_view format) {
    if (document.format != format || !document.origin) return false;
    const bool hasPlaces = std::ranges::any_of(
        document.origin->pieces, [](const Piece& piece) { return piece.kind == PieceKind::Cue; });
    return hasPlaces || document.cues.empty();
}

bool isDamaged(const std::vector<XmlFlaw>& flaws) {
    return std::ranges::any_of(flaws, [](const XmlFlaw& flaw) {
        return flaw.kind != XmlFlaw::Kind::Namespace && flaw.kind != XmlFlaw::Kind::Character;
    });
}

Error damagedRefusal() {
    return inPlaceRefusal(
        "the file is no well-formed XML, and with these edits it would be read in another way");
}

Result<std::string> XmlSaver::run() {
    if (changesSections(document_))
        return tl::unexpected(inPlaceRefusal(
            "its cues come in another order, in which some would stand in other elements of the "
            "file"));
    auto text = patched(document_, *this);
    if (!text) return text;
    if (isDoubtful() && *text != document_.origin->text && !isReadSame(*text))
        return tl::unexpected(refusal());
    if (!changesNewlines(document_, options_.newline)) return text;
    return withNewlines(*text, newlineFor(document_, options_.newline));
}

void XmlSaver::appendRaw(std::string& out, std::size_t index, std::string_view original) {
    part(out);
    Copier copier(out, original);
    putEncoding(copier, index, original);
    copier.copyTo(original.size());
}

void XmlSaver::part(std::string& out) {
    if (std::exchange(isParted_, false) && out.ends_with('>') && mayHaveGaps())
        out += indentOf(*document_.origin);
}

void XmlSaver::putEncoding(Copier& copier, std::size_t index, std::string_view original) const {
    const bool isFirst = document_.origin->pieces[index].begin == 0;
    const bool isAsked =
        !options_.encoding.empty() && options_.encoding != document_.origin->encoding.name;
    if (!isFirst || !isAsked) return;
    if (const auto place = encodingPlace(original)) copier.replace(*place, options_.encoding);
}

}  // namespace subs
