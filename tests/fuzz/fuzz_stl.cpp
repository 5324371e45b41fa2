// SPDX-License-Identifier: MIT
#include "fuzz/text_format.h"

namespace {

/// As `fuzzing::checkEdit`; an edit may be refused where bytes of the text are no characters.
void checkEdit(const subs::Format& format, subs::Document document, std::size_t index) {
    const subs::Cue before = document.cues[index];
    document.cues[index].text = subs::withPlain(before.text, before.text.plain + "!");
    if (const auto text = format.write(document, {})) {
        const subs::Document again = fuzzing::documentOf(format, *text);
        FUZZ_REQUIRE(again.cues.size() == document.cues.size());
        FUZZ_REQUIRE(again.cues[index].text.plain == document.cues[index].text.plain);
    }
    document.cues[index] = before;
    FUZZ_REQUIRE(fuzzing::written(format, document) == document.origin->text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

/// A byte chooses the cue that is edited, the rest is the file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string text(data + 1, data + size);
    const subs::Format& format = *subs::formatNamed("ebu-stl");
    const subs::Document document = fuzzing::documentOf(format, text);
    fuzzing::checkPieces(document);
    FUZZ_REQUIRE(fuzzing::written(format, document) == text);
    FUZZ_REQUIRE(format.plan(document, {}).empty());
    if (document.cues.empty()) return 0;
    if (const auto anew = format.write(subs::detached(document), {}))
        FUZZ_REQUIRE(fuzzing::documentOf(format, *anew).cues.size() == document.cues.size());
    checkEdit(format, document, data[0] % document.cues.size());
    return 0;
}
