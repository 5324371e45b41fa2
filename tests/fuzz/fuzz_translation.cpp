// SPDX-License-Identifier: MIT
#include "fuzz/text_format.h"

namespace {

/// As `fuzzing::checkEdit`; an edit may be refused where the file is no well-formed XML.
void checkEdit(const subs::Format& format, subs::Document document, std::size_t index) {
    const subs::Cue before = document.cues[index];
    document.cues[index].text = subs::withPlain(before.text, before.text.plain + "!");
    if (const auto text = format.write(document, {}))
        FUZZ_REQUIRE(fuzzing::documentOf(format, *text).cues.size() == document.cues.size());
    document.cues[index] = before;
    FUZZ_REQUIRE(fuzzing::written(format, document) == document.origin->text);
}

void checkFormat(const subs::Format& format, const std::string& text, std::uint8_t choice) {
    const subs::Document document = fuzzing::documentOf(format, text);
    fuzzing::checkPieces(document);
    FUZZ_REQUIRE(fuzzing::written(format, document) == text);
    FUZZ_REQUIRE(format.plan(document, fuzzing::optionsFor(format)).empty());
    if (document.cues.empty()) return;
    fuzzing::checkAnew(format, document);
    checkEdit(format, document, choice % document.cues.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

/// A byte chooses the cue that is edited, the rest is the file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string text(data + 1, data + size);
    for (const char* const id : {"xliff", "tmx"})
        checkFormat(*subs::formatNamed(id), text, data[0]);
    return 0;
}
