// SPDX-License-Identifier: MIT
#pragma once

#include "format/translation/unit.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace subs::translation {

/// A stretch of a text that has a place of its own among others.
struct TextPart {
    std::size_t order = 0;
    std::size_t begin = 0;  ///< In the plain text as it is read; it ends with the next one.
};

/// Makes a text of the words and inline codes that are read. Places are those of the file; `shown`
/// of the result counts from `inner.begin` once it is finished.
class TextSink {
public:
    void begin(UnitText& text) { text_ = &text; }
    /// What follows is the part of the text that stands in place `order` of all (XLIFF 2.1
    /// §4.3.1.22), wherever it is in the file.
    void part(std::size_t order);

    void words(std::string_view words, ByteRange at);
    void lineBreak(ByteRange at);
    /// A character that XML cannot hold.
    void character(std::string_view utf8, ByteRange at);
    /// A code over what follows, up to `close` with the same id.
    void open(SpanKind kind, std::string value, std::string id);
    void close(std::string_view id);
    void point(SpanKind kind, std::string value, std::string id);
    /// What stands in `stretch` of `other`, at `place` in the file, where nothing is.
    void copy(const UnitText& other, ByteRange stretch, std::size_t place);
    /// The text is complete: codes that are still open end here, those over nothing are none.
    void finish(UnitText& text);

private:
    void show(std::string_view words, ByteRange at);
    void addWhite(std::string_view piece, ByteRange at);
    static void putInOrder(UnitText& text, std::span<const TextPart> parts);

    UnitText* text_ = nullptr;
    std::vector<std::size_t> open_;  ///< Spans that have no end yet.
    std::vector<TextPart> parts_;
};

}  // namespace subs::translation
