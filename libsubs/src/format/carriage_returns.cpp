// SPDX-License-Identifier: MIT
#include "format/carriage_returns.h"

#include <subs/format/features.h>
#include <subs/text/text_edit.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace subs {
namespace {

constexpr char kReturn = '\r';

std::vector<TextEdit> breaksOf(std::string_view text) {
    std::vector<TextEdit> edits;
    for (std::size_t at = text.find(kReturn); at != text.npos; at = text.find(kReturn, at + 1)) {
        const bool isPair = text.substr(at + 1, 1) == "\n";
        edits.push_back({static_cast<std::uint32_t>(at),
                         static_cast<std::uint32_t>(at + 1),
                         isPair ? std::string() : std::string("\n")});
    }
    return edits;
}

}  // namespace

bool hasCarriageReturn(const CueText& text) {
    return text.plain.find(kReturn) != std::string::npos;
}

void breakAtCarriageReturns(Cue& cue, LossReport& losses) {
    CueText& text = cue.text;
    const std::vector<TextEdit> edits = breaksOf(text.plain);
    if (edits.empty()) return;
    losses.add(feature::kText, LossSeverity::Info, cue.id, "a carriage return", "a line break");
    // What spells such a character spells no other.
    std::erase_if(text.spans, [&](const Span& span) {
        return span.kind == SpanKind::Opaque && !span.isPoint() &&
               std::string_view(text.plain)
                       .substr(span.begin, span.end - span.begin)
                       .find(kReturn) != std::string_view::npos;
    });
    const OffsetMap places(edits);
    text.plain = withEdits(text.plain, edits);
    for (Span& span : text.spans) {
        span.begin = static_cast<std::uint32_t>(places.after(span.begin, EditSide::Begin));
        span.end = static_cast<std::uint32_t>(places.after(span.end));
    }
}

}  // namespace subs
