// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/loss_report.h>
#include <subs/model/document.h>

#include "format/cinema/dialect.h"
#include "format/cinema/look.h"
#include "format/innermost_spans.h"

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace subs::cinema {

/// What a text is written for.
struct TextContext {
    Dialect dialect = Dialect::Dcdm;
    std::string_view prefix;  ///< Of names of elements, with its colon.
    Look base;                ///< Of the letters around the text.
    double emHeight = 1;      ///< As `styleSize` takes it.
    std::int32_t canvasHeight = kGrid.height;
    /// The document has a canvas, which sizes count in; else as font_sizes.h has them.
    bool hasCanvas = true;
    /// The cue is from a file of the same dialect, whose elements may be written back.
    bool isOwn = false;
};

/// What a Font element says where `look` is inside of `around`, as attributes; empty for nothing.
std::string fontAttributes(const Look& look, const Look& around, Dialect dialect);
/// All that it can say.
std::string fontAttributes(const Look& look, Dialect dialect);

/// Writes the text of a cue as the contents of Text elements: no Font in a Font, and no Ruby in
/// one, as the schemas have it.
class WordsWriter {
public:
    /// Both are borrowed.
    WordsWriter(const Cue& cue, const TextContext& context);

    /// Appends the bytes [begin, end), one line. Lines come one after the other. O(n) for all.
    void append(std::string& out, std::size_t begin, std::size_t end);

private:
    void moveTo(std::size_t place);
    std::size_t appendElement(std::string& out, std::size_t begin, std::size_t lineEnd);
    std::size_t appendRuby(std::string& out, std::size_t begin, const Span& text);
    const Span* rubyTextAt(std::size_t begin, std::size_t lineEnd) const;
    const Span* rubyTextIn(std::size_t ruby, std::size_t lineEnd, int& tries) const;
    void appendPart(std::string& out, std::size_t begin, std::size_t end);
    void open(std::string& out, std::string_view name, std::string_view attributes) const;
    void close(std::string& out, std::string_view name) const;

    const Cue& cue_;
    const TextContext& context_;
    std::vector<std::size_t> edges_;  ///< Where spans begin and end, ascending.
    std::size_t edge_ = 0;
    InnermostSpans looks_;
    std::size_t first_ = 0;               ///< The first span that begins at the place or behind.
    std::size_t next_ = 0;                ///< The first span that is not reached.
    std::set<std::size_t> rubies_;        ///< Those that are around the place that is written.
    std::vector<std::size_t> ends_;       ///< All rubies, those that end first before others.
    std::size_t ended_ = 0;               ///< How many of them end before the place.
    std::vector<std::size_t> rubyTexts_;  ///< All of them.
    std::size_t rubyText_ = 0;            ///< The first of them that begins at the place or behind.
    std::size_t rubyEnd_ = 0;             ///< Of the ruby before.
};

/// True of a span that is an Image element.
bool isPicture(const Span& span);
/// The Image elements of `cue`, which are of its own file.
std::string picturesOf(const Cue& cue, const TextContext& context);

/// What of the text is lost when it is written so.
void planWords(const Cue& cue, const TextContext& context, LossReport& losses);

}  // namespace subs::cinema
