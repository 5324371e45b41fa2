// SPDX-License-Identifier: MIT
#include <subs/format/intermediate_documents.h>

#include "fuzz/text_format.h"

namespace {

/// A look on all of a text, in the dialect whose edits add styles to the head.
void checkLook(const std::string& text, std::size_t index) {
    const subs::Format& format = *subs::formatNamed("ebu-tt-d");
    subs::Document document = fuzzing::documentOf(format, text);
    subs::CueText& words = document.cues[index].text;
    const auto size = static_cast<std::uint32_t>(words.plain.size());
    if (size == 0) return;
    words.spans.insert(words.spans.begin(), {subs::SpanKind::Bold, 0, size, ""});
    if (const auto edited = format.write(document, {}))
        FUZZ_REQUIRE(fuzzing::documentOf(format, *edited).cues.size() == document.cues.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

/// A byte chooses the cue that is edited, the rest is the file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string text(data + 1, data + size);
    const auto moments = subs::intermediateDocuments(text);
    for (std::size_t i = 1; i < moments.size(); ++i)
        FUZZ_REQUIRE(moments[i - 1].seconds < moments[i].seconds);
    const subs::Format& format = *subs::formatNamed("ttml");
    fuzzing::checkText(format, text, data[0], fuzzing::Edits::MayBeRefused);
    const subs::Document document = fuzzing::documentOf(format, text);
    if (document.cues.empty()) return 0;
    const std::size_t index = data[0] % document.cues.size();
    checkLook(text, index);
    fuzzing::checkNew(format, document, index);
    return 0;
}
