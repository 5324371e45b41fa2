// SPDX-License-Identifier: MIT
#include "fuzz/text_format.h"

namespace {

/// What is edited must be among what is read again. Captions that cannot be loaded in time come
/// later, and those of one time become one.
void checkEdit(const subs::Format& format, subs::Document document, std::size_t index) {
    const subs::Cue before = document.cues[index];
    document.cues[index].text = subs::withPlain(before.text, before.text.plain + "!");
    if (const auto text = format.write(document, {}))
        FUZZ_REQUIRE(!fuzzing::documentOf(format, *text).cues.empty());
    document.cues[index] = before;
    FUZZ_REQUIRE(fuzzing::written(format, document) == document.origin->text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

/// A byte chooses the cue that is edited, the rest is the file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string text(data + 1, data + size);
    const subs::Format& format = *subs::formatNamed("scc");
    const subs::Document document = fuzzing::documentOf(format, text);
    fuzzing::checkPieces(document);
    FUZZ_REQUIRE(fuzzing::written(format, document) == text);
    FUZZ_REQUIRE(format.plan(document, {}).empty());
    if (document.cues.empty()) return 0;
    if (const auto anew = format.write(subs::detached(document), {}))
        FUZZ_REQUIRE(!fuzzing::documentOf(format, *anew).cues.empty());
    checkEdit(format, document, data[0] % document.cues.size());
    return 0;
}
