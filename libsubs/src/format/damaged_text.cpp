// SPDX-License-Identifier: MIT
#include "format/damaged_text.h"

#include <subs/base/utf8.h>
#include <subs/format/features.h>
#include <subs/text/text_edit.h>

#include <fmt/format.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace subs {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// Half of a surrogate pair is kept as three bytes (`appendUtf8`): ED, A0 to BF, and one more.
bool isSurrogateAt(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[at + i]); };
    return text.size() - at >= 3 && byte(0) == 0xED && (byte(1) & 0xE0U) == 0xA0 &&
           (byte(2) & 0xC0U) == 0x80;
}

std::vector<TextEdit> mendsOf(std::string_view text) {
    std::vector<TextEdit> edits;
    for (std::size_t at = firstInvalidUtf8(text); at < text.size();
         at += firstInvalidUtf8(text.substr(at))) {
        const std::size_t size = isSurrogateAt(text, at) ? 3 : 1;
        edits.push_back({static_cast<std::uint32_t>(at),
                         static_cast<std::uint32_t>(at + size),
                         std::string(kReplacement)});
        at += size;
    }
    return edits;
}

/// Counts what is mended of one cue, or of the document where `cue` is 0.
class Mender {
public:
    Mender(CueId cue, LossReport& losses) : cue_(cue), losses_(losses) {}

    std::vector<TextEdit> mendsCounted(std::string_view text) {
        std::vector<TextEdit> edits = mendsOf(text);
        for (const TextEdit& edit : edits)
            losses_.add(
                feature::kDamage,
                LossSeverity::Approximated,
                cue_,
                bytesShown(std::string_view(text).substr(edit.begin, edit.end - edit.begin)),
                kReplacement);
        return edits;
    }

private:
    CueId cue_;
    LossReport& losses_;
};

std::string mended(std::string_view text) {
    return withEdits(text, mendsOf(text));
}

void mendText(CueText& text, Mender& mender) {
    const std::vector<TextEdit> edits = mender.mendsCounted(text.plain);
    if (!edits.empty()) {
        const OffsetMap places(edits);
        text.plain = withEdits(text.plain, edits);
        for (Span& span : text.spans) {
            span.begin = static_cast<std::uint32_t>(places.after(span.begin, EditSide::Begin));
            span.end = static_cast<std::uint32_t>(places.after(span.end));
        }
    }
    for (Span& span : text.spans)
        span.value = mended(span.value);
}

void mendCue(Cue& cue, LossReport& losses) {
    Mender mender(cue.id, losses);
    mendText(cue.text, mender);
    mender.mendsCounted(cue.speaker);
    mender.mendsCounted(cue.label);
    cue.speaker = mended(cue.speaker);
    cue.label = mended(cue.label);
    cue.style = mended(cue.style);
    cue.effect = mended(cue.effect);
    cue.settings = mended(cue.settings);
}

}  // namespace

std::string bytesShown(std::string_view bytes) {
    std::string shown;
    for (const char byte : bytes)
        shown += fmt::format("{}{:02X}", shown.empty() ? "" : " ", static_cast<std::uint8_t>(byte));
    return shown;
}

bool hasDamagedText(const Document& document) {
    const Origin* origin = document.origin.get();
    return origin != nullptr && !origin->isBinary && !isValidUtf8(origin->text);
}

void mendDamagedText(Document& document, LossReport& losses) {
    Mender(CueId(), losses).mendsCounted(document.title);
    document.title = mended(document.title);
    for (Style& style : document.styles) {
        style.name = mended(style.name);
        style.fontName = mended(style.fontName);
    }
    for (Cue& cue : document.cues)
        mendCue(cue, losses);
}

}  // namespace subs
