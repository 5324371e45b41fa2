// SPDX-License-Identifier: MIT
#include <subs/format/registry.h>

#include "fuzz/require.h"

#include <cstddef>
#include <cstdint>
#include <string>

namespace {

const subs::Format& srt() {
    return *subs::formatNamed("srt");
}

subs::Document documentOf(std::string text) {
    subs::Origin origin;
    origin.newline = subs::dominantNewline(text);
    origin.text = std::move(text);
    return srt().read(std::move(origin), {}).document;
}

std::string written(const subs::Document& document) {
    auto text = srt().write(document, {});
    FUZZ_REQUIRE(text);
    return *std::move(text);
}

/// The pieces must cover the text, and each cue must have its own.
void checkPieces(const subs::Document& document) {
    const subs::Origin& origin = *document.origin;
    FUZZ_REQUIRE(origin.pieces.empty() == origin.text.empty());
    for (std::size_t i = 0; i < origin.pieces.size(); ++i) {
        FUZZ_REQUIRE(!origin.stretch(i).empty());
        FUZZ_REQUIRE(i > 0 || origin.pieces[i].begin == 0);
    }
    for (const subs::Cue& cue : document.cues) {
        FUZZ_REQUIRE(origin.pieces.at(cue.piece.index).kind == subs::PieceKind::Cue);
        for (const subs::Span& span : cue.text.spans) {
            FUZZ_REQUIRE(span.begin <= span.end && span.end <= cue.text.plain.size());
        }
    }
}

/// A document without its file is written anew, and nothing of it may be lost.
void checkAnew(const subs::Document& document) {
    const subs::Document again = documentOf(written(subs::detached(document)));
    FUZZ_REQUIRE(again.cues.size() == document.cues.size());
}

void checkEdit(subs::Document document, std::size_t index) {
    const subs::Cue before = document.cues[index];
    document.cues[index].text = subs::withPlain(before.text, before.text.plain + "!");
    const std::string text = written(document);
    FUZZ_REQUIRE(documentOf(text).cues.size() == document.cues.size());
    document.cues[index] = before;
    FUZZ_REQUIRE(written(document) == document.origin->text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    // A byte chooses the cue that is edited, the rest is the file.
    if (size == 0) return 0;
    const std::string text(data + 1, data + size);
    const subs::Document document = documentOf(text);
    checkPieces(document);
    FUZZ_REQUIRE(written(document) == text);
    FUZZ_REQUIRE(srt().plan(document, {}).empty());
    if (document.cues.empty()) return 0;
    checkAnew(document);
    checkEdit(document, data[0] % document.cues.size());
    return 0;
}
