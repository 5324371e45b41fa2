// SPDX-License-Identifier: MIT
#include <subs/base/utf8.h>
#include <subs/format/registry.h>

#include "fuzz/require.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace {

using subs::Cue;
using subs::Document;
using subs::Format;

Document documentOf(const Format& format, std::string text) {
    subs::Origin origin;
    origin.newline = subs::dominantNewline(text);
    origin.text = std::move(text);
    return format.read(std::move(origin), {}).document;
}

std::string written(const Format& format, const Document& document) {
    auto text = format.write(document, {});
    FUZZ_REQUIRE(text);
    return *std::move(text);
}

/// The pieces cover the text, each cue and style has its own, and spans lie inside of their text.
void checkPieces(const Document& document) {
    const subs::Origin& origin = *document.origin;
    FUZZ_REQUIRE(origin.pieces.empty() == origin.text.empty());
    for (std::size_t i = 0; i < origin.pieces.size(); ++i) {
        FUZZ_REQUIRE(!origin.stretch(i).empty());
        FUZZ_REQUIRE(i > 0 || origin.pieces[i].begin == 0);
    }
    for (const Cue& cue : document.cues) {
        FUZZ_REQUIRE(origin.pieces.at(cue.piece.index).kind == subs::PieceKind::Cue);
        std::size_t last = 0;
        for (const subs::Span& span : cue.text.spans) {
            FUZZ_REQUIRE(last <= span.begin && span.begin <= span.end &&
                         span.end <= cue.text.plain.size());
            last = span.begin;
        }
    }
}

/// Without the U+200B that parts a backslash from what it would escape, and with U+FFFD for each
/// NUL and for what is no UTF-8 (one for several beside each other, since half a surrogate pair is
/// three bytes and one character).
std::string asWritten(const std::string& read) {
    std::string text = subs::withReplacements(read);
    const auto replaceAll = [&text](std::string_view what, std::string_view by) {
        std::size_t at = 0;
        while ((at = text.find(what, at)) != std::string::npos) {
            text.replace(at, what.size(), by);
            at += by.size();
        }
    };
    replaceAll("\\\u200B", "\\");
    replaceAll(std::string_view("\0", 1), "\uFFFD");
    while (text.find("\uFFFD\uFFFD") != std::string::npos)
        replaceAll("\uFFFD\uFFFD", "\uFFFD");
    return text;
}

/// Written anew, or in the other dialect, each cue says the same.
void checkAnew(const Format& format, const Document& document) {
    const Document again = documentOf(format, written(format, document));
    FUZZ_REQUIRE(again.cues.size() == document.cues.size());
    for (std::size_t i = 0; i < again.cues.size(); ++i) {
        FUZZ_REQUIRE(asWritten(again.cues[i].text.plain) == asWritten(document.cues[i].text.plain));
        FUZZ_REQUIRE(again.cues[i].alignment == document.cues[i].alignment);
    }
}

void checkEdit(const Format& format, Document document, std::string_view words) {
    if (document.cues.empty()) return;
    Cue& cue = document.cues[document.cues.size() / 2];
    cue.text = subs::withPlain(cue.text, words);
    cue.start += subs::Time::fromSeconds(1);
    const Document again = documentOf(format, written(format, document));
    FUZZ_REQUIRE(again.cues.size() == document.cues.size());
    for (std::size_t i = 0; i < again.cues.size(); ++i)
        FUZZ_REQUIRE(asWritten(again.cues[i].text.plain) == asWritten(document.cues[i].text.plain));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const Format& ass = *subs::formatNamed("ass");
    const Format& ssa = *subs::formatNamed("ssa");
    const std::string text(data, data + size);
    for (const Format* format : {&ass, &ssa}) {
        const Document document = documentOf(*format, text);
        checkPieces(document);
        FUZZ_REQUIRE(written(*format, document) == text);
        FUZZ_REQUIRE(format->plan(document, {}).empty());
        checkAnew(*format, subs::detached(document));
        checkAnew(format == &ass ? ssa : ass, document);
        checkEdit(*format, document, "a\nb {c} \\d");
        if (!document.cues.empty()) format->markupOf(document, document.cues.back());
    }
    return 0;
}
