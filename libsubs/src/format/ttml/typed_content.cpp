// SPDX-License-Identifier: MIT
#include "format/ttml/typed_content.h"

#include "format/ttml/content_reader.h"
#include "format/ttml/paragraph_text.h"
#include "format/xml/tag_text.h"
#include "format/xml/words.h"

namespace subs::ttml {
namespace {

std::string squeezed(std::string_view text) {
    std::string result;
    for (std::string_view word = takeWord(text); !word.empty(); word = takeWord(text))
        result.append(word).append(" ");
    return result;
}

}  // namespace

std::optional<std::string> typedContent(std::string_view piece, const Cue& cue) {
    // Prefixes without a declaration are read as they are usually meant, so the element alone
    // tells its words.
    const std::string_view name = TagText(piece.substr(0, piece.find('>'))).name();
    const bool isSpan = name == "span" || name.ends_with(":span");
    const std::string fragment = isSpan ? "<p>" + std::string(piece) + "</p>" : std::string(piece);
    Paragraph paragraph;
    Head head;  // What looks of the paragraph refer to by number is kept in it.
    if (!readParagraph(fragment, Paragraph(), head, paragraph)) return std::nullopt;
    const std::uint32_t element = isSpan ? 1 : 0;
    if (element >= paragraph.elements.size()) return std::nullopt;
    const ParagraphText text = textOf(paragraph, element, head, LetterSizes({}, 1));
    if (squeezed(text.text.plain) != squeezed(cue.text.plain)) return std::nullopt;
    return std::string(paragraph.elements[element].inner.of(fragment));
}

}  // namespace subs::ttml
