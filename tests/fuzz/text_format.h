// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/registry.h>

#include "fuzz/require.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

// What must hold of any text that a format reads, and that it writes back.
namespace fuzzing {

/// Formats that count frames are told how long one is.
inline const subs::FrameTimeline* framesFor(const subs::Format& format) {
    static const subs::FrameTimeline kFrames = subs::FrameTimeline::constant(subs::FrameRate());
    return format.info().timeBase == subs::TimeBase::Frames ? &kFrames : nullptr;
}

inline subs::WriteOptions optionsFor(const subs::Format& format) {
    subs::WriteOptions options;
    options.timeline = framesFor(format);
    return options;
}

inline subs::Document documentOf(const subs::Format& format, std::string text) {
    subs::Origin origin;
    origin.newline = subs::dominantNewline(text);
    origin.text = std::move(text);
    return format.read(std::move(origin), {{}, framesFor(format)}).document;
}

inline std::string written(const subs::Format& format, const subs::Document& document) {
    auto text = format.write(document, optionsFor(format));
    FUZZ_REQUIRE(text);
    return *std::move(text);
}

/// The pieces must cover the text, and each cue must have its own.
inline void checkPieces(const subs::Document& document) {
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
inline void checkAnew(const subs::Format& format, const subs::Document& document) {
    const subs::Document again = documentOf(format, written(format, subs::detached(document)));
    FUZZ_REQUIRE(again.cues.size() == document.cues.size());
}

/// What becomes of an edit of a file that is damaged, or says times in a way that no edit goes
/// with.
enum class Edits { AreMade, MayBeRefused };

/// An edited cue is among the others in what is written, and gone again when it is taken back.
inline void checkEdit(const subs::Format& format,
                      subs::Document document,
                      std::size_t index,
                      Edits edits = Edits::AreMade) {
    const subs::Cue before = document.cues[index];
    document.cues[index].text = subs::withPlain(before.text, before.text.plain + "!");
    const auto text = format.write(document, optionsFor(format));
    FUZZ_REQUIRE(text || edits == Edits::MayBeRefused);
    if (text) FUZZ_REQUIRE(documentOf(format, *text).cues.size() == document.cues.size());
    document.cues[index] = before;
    FUZZ_REQUIRE(written(format, document) == document.origin->text);
}

/// A new cue is beside the one that it follows in what is written, or it is refused.
inline void checkNew(const subs::Format& format, subs::Document document, std::size_t index) {
    subs::Cue added;
    added.id = document.newId();
    added.start = document.cues[index].start;
    added.end = document.cues[index].end;
    added.text.plain = "new";
    const auto place = document.cues.begin() + static_cast<std::ptrdiff_t>(index) + 1;
    document.cues.insert(place, std::move(added));
    format.plan(document, optionsFor(format));
    if (const auto text = format.write(document, optionsFor(format)))
        FUZZ_REQUIRE(documentOf(format, *text).cues.size() == document.cues.size());
}

/// All of it for a file; `choice` says which of its cues is edited.
inline void checkText(const subs::Format& format,
                      const std::string& text,
                      std::uint8_t choice,
                      Edits edits = Edits::AreMade) {
    const subs::Document document = documentOf(format, text);
    checkPieces(document);
    FUZZ_REQUIRE(written(format, document) == text);
    FUZZ_REQUIRE(format.plan(document, optionsFor(format)).empty());
    if (document.cues.empty()) return;
    for (const subs::Cue& cue : document.cues)
        format.markupOf(document, cue);
    checkAnew(format, document);
    checkEdit(format, document, choice % document.cues.size(), edits);
}

/// A byte chooses the cue that is edited, the rest is the file.
inline void checkFile(const subs::Format& format,
                      const std::uint8_t* data,
                      std::size_t size,
                      Edits edits = Edits::AreMade) {
    if (size > 0) checkText(format, std::string(data + 1, data + size), data[0], edits);
}

}  // namespace fuzzing
