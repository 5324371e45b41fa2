// SPDX-License-Identifier: MIT
#include <subs/edit/legacy_font.h>
#include <subs/text/legacy_font.h>

#include "fuzz/require.h"

#include <cstddef>
#include <cstdint>
#include <string>

using namespace subs;

namespace {

void checkText(const std::string& text, LegacyScope scope) {
    const LegacyConverted done = convertedLegacy(text, *LegacyTable::of(LegacyFont::Limon), scope);
    FUZZ_REQUIRE(withEdits(text, done.edits) == done.text);
    FUZZ_REQUIRE(done.confidence >= 0 && done.confidence <= 1);
    const OffsetMap map = done.map();
    std::size_t last = 0;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        FUZZ_REQUIRE(map.after(at) >= last);
        last = map.after(at);
    }
    FUZZ_REQUIRE(last == done.text.size());
    const double confidence = legacyConfidence(text);
    FUZZ_REQUIRE(confidence >= 0 && confidence < 1);
}

/// A text of which a part is set in a font that is named.
void checkDocument(const std::string& text, std::uint8_t choice) {
    const auto end = static_cast<std::uint32_t>(text.size());
    const std::uint32_t begin = end * choice / 256;
    Document document;
    Cue cue;
    cue.id = document.newId();
    cue.text = {text,
                {{SpanKind::Bold, begin / 2, end, ""},
                 {SpanKind::Font, begin, end, choice % 2 == 0 ? "Limon S1" : "Arial"}}};
    document.cues.push_back(cue);
    const Document before = document;
    LegacyOptions options;
    if (choice % 4 < 2) options.font = LegacyFont::Limon;
    const LegacyConversion conversion = legacyConversion(document, options);
    apply(conversion.change, document);
    for (const Span& span : document.cues.front().text.spans)
        FUZZ_REQUIRE(span.begin <= span.end && span.end <= document.cues.front().text.plain.size());
    apply(inverse(conversion.change), document);
    FUZZ_REQUIRE(document.cues == before.cues);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string text(data + 1, data + size);
    checkText(text, data[0] % 2 == 0 ? LegacyScope::All : LegacyScope::KeepLatinWords);
    checkDocument(text, data[0]);
    return 0;
}
