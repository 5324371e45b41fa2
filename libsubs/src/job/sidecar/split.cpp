// SPDX-License-Identifier: MIT
#include "job/sidecar/split.h"

#include <subs/base/utf8.h>

#include "format/text_changes.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace subs {
namespace {

/// So many parts are tried.
constexpr std::size_t kMostParts = 16;

std::size_t behindGap(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const Decoded decoded = decodeUtf8(text, at);
        if (!isGap(decoded.codePoint)) break;
        at += decoded.length;
    }
    return at;
}

/// Where `part` ends in `text` from `at` on, gaps aside; nothing where it is not what stands there.
std::optional<std::size_t> behind(std::string_view text, std::size_t at, std::string_view part) {
    for (std::size_t i = behindGap(part, 0); i < part.size();) {
        at = behindGap(text, at);
        const std::size_t length = decodeUtf8(part, i).length;
        if (text.substr(at, length) != part.substr(i, length)) return std::nullopt;
        at += length;
        i = behindGap(part, i + length);
    }
    return at;
}

/// Where each of `parts` ends in `text`; empty where they do not make it up.
std::vector<std::size_t> endsIn(std::string_view text, std::span<const Cue> parts) {
    std::vector<std::size_t> ends;
    std::size_t at = 0;
    for (const Cue& part : parts) {
        const auto end = behind(text, at, part.text.plain);
        if (!end || *end == at) return {};
        ends.push_back(at = *end);
    }
    if (behindGap(text, at) != text.size()) return {};
    return ends;
}

/// The bytes [begin, end) of `text`, with the spans in them. Markup that is not understood and
/// leads the whole text ("{\\pos(9,9)}") leads each part.
CueText cutOut(CueText text, std::size_t begin, std::size_t end) {
    const std::size_t size = text.plain.size();
    std::erase_if(text.spans, [&](const Span& span) {
        if (!span.isPoint() || (span.begin == 0 && span.kind == SpanKind::Opaque)) return false;
        const bool isInside = span.begin >= begin && (span.begin < end || end == size);
        return !isInside;
    });
    return replaced(replaced(text, end, size, ""), 0, begin, "");
}

}  // namespace

std::size_t partsOf(const Cue& whole, std::span<const Cue> parts) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < std::min(parts.size(), kMostParts); ++i) {
        const auto end = behind(whole.text.plain, at, parts[i].text.plain);
        if (!end || *end == at) return 0;
        at = *end;
        if (behindGap(whole.text.plain, at) == whole.text.plain.size()) return i == 0 ? 0 : i + 1;
    }
    return 0;
}

std::vector<Cue> splitAs(const Cue& cue, std::span<const Cue> parts) {
    const std::vector<std::size_t> ends = endsIn(cue.text.plain, parts);
    std::vector<Cue> result;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        Cue part = cue;
        const bool isLast = i + 1 == ends.size();
        part.text = cutOut(cue.text, begin, isLast ? cue.text.plain.size() : ends[i]);
        part.start = parts[i].start;
        part.end = parts[i].end;
        if (i > 0) part.piece = {};
        result.push_back(std::move(part));
        begin = behindGap(cue.text.plain, ends[i]);
    }
    return result;
}

}  // namespace subs
