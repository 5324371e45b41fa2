// SPDX-License-Identifier: MIT
#include "unencodable.h"

#include <subs/base/utf8.h>
#include <subs/job/cue_lines.h>
#include <subs/text/charset.h>

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace subs {
namespace {

bool isAscii(std::string_view text) {
    return std::ranges::all_of(text,
                               [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

/// The character of `text` that `encoding` does not have.
std::optional<std::string_view> unencodableIn(std::string_view text, const Encoding& encoding) {
    if (isAscii(text)) return std::nullopt;
    const auto at = firstUnrepresentable(text, encoding);
    if (!at) return std::nullopt;
    return text.substr(*at, decodeUtf8(text, *at).length);
}

/// Where `letter` stands in the file's stretch of `cue`; the line of the cue where it is written
/// in another way there.
TextPlace placeOfLetter(const Document& document, std::size_t index, std::string_view letter) {
    const std::uint32_t line = lineOfCue(document, index);
    if (line == 0) return {};
    const Piece& piece = document.origin->pieces[document.cues[index].piece.index];
    const std::size_t at = document.origin->text.find(letter, piece.begin);
    const bool isThere =
        at < piece.begin + document.origin->stretch(document.cues[index].piece.index).size();
    return isThere ? placeIn(document.origin->text, at) : TextPlace{line, 0};
}

}  // namespace

Error placedInFile(Error error, const Document& document, const WriteOptions& options) {
    if (error.code != "charset.unrepresentable") return error;
    error.line = 0;
    error.column = 0;
    Encoding encoding;
    encoding.name = options.encoding;
    if (encoding.name.empty() && document.origin) encoding.name = document.origin->encoding.name;
    for (std::size_t i = 0; i < document.cues.size(); ++i) {
        const auto letter = unencodableIn(document.cues[i].text.plain, encoding);
        if (!letter) continue;
        const TextPlace place = placeOfLetter(document, i, *letter);
        error.line = place.line;
        error.column = place.column;
        error.message = fmt::format("{} in cue {}; nothing was written", error.message, i + 1);
        return error;
    }
    error.message += "; nothing was written";
    return error;
}

}  // namespace subs
