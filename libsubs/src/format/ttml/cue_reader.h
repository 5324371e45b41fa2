// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>

#include "format/ttml/content_reader.h"
#include "format/ttml/paragraph_text.h"
#include "format/ttml/style_table.h"
#include "format/xml/xml_pieces.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace subs::ttml {

/// A cue as it is read, and where.
struct ReadCue {
    Cue cue;
    const Paragraph& paragraph;
    std::uint32_t element = 0;
    ParagraphText text;
    bool isCutByRegion = false;  ///< Its region is active for a part of its time.
    bool isFirst = true;         ///< Of the cues of its paragraph.
};

/// Makes cues of paragraphs, and pieces of the file. Reading a file and saving it both begin so.
class CueReader : public ContentVisitor {
public:
    explicit CueReader(std::string_view text);

    void content(const Head& head) final;
    void paragraph(const Paragraph& paragraph, const Head& head) final;

    /// The pieces of the file, once it is read.
    std::vector<Piece> takePieces() { return pieces_.take(); }
    std::vector<Style> takeStyles();
    /// Once the file is read.
    LetterSizes sizes() const { return styles_ ? styles_->sizes() : LetterSizes({}, 0); }

private:
    virtual void take(ReadCue read, const Head& head) = 0;
    void addCue(const Paragraph& paragraph,
                const std::vector<std::uint32_t>& cues,
                std::uint32_t element,
                const Head& head);
    StyleTable& styles(const Head& head);

    XmlPieces pieces_;
    std::optional<StyleTable> styles_;
};

}  // namespace subs::ttml
