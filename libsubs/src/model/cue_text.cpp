// SPDX-License-Identifier: MIT
#include <subs/model/cue_text.h>

#include <algorithm>
#include <cassert>
#include <optional>

namespace subs {
namespace {

/// The bytes [begin, end) that become `length` others.
struct Edit {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t length = 0;

    std::size_t shifted(std::size_t at) const { return at - (end - begin) + length; }
};

Span placed(const Span& span, std::size_t begin, std::size_t end) {
    return {
        span.kind, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), span.value};
}

/// An opaque range stands for its characters, so it cannot outlive a change to them.
bool breaksOpaque(const Span& span, const Edit& edit) {
    return span.kind == SpanKind::Opaque && !span.isPoint() && edit.begin < span.end &&
           edit.end > span.begin;
}

std::optional<Span> unlessEmpty(const Span& span, std::size_t begin, std::size_t end) {
    if (begin == end) return std::nullopt;
    return placed(span, begin, end);
}

/// `span` after `edit`, or nothing where it went with its characters.
std::optional<Span> edited(const Span& span, const Edit& edit) {
    if (span.end <= edit.begin) return span;
    if (span.begin >= edit.end)
        return placed(span, edit.shifted(span.begin), edit.shifted(span.end));
    if (span.isPoint()) return placed(span, edit.begin, edit.begin);
    if (breaksOpaque(span, edit)) return std::nullopt;
    const bool startsBefore = span.begin <= edit.begin;
    const bool endsAfter = span.end >= edit.end;
    if (startsBefore && endsAfter) return unlessEmpty(span, span.begin, edit.shifted(span.end));
    if (startsBefore) return unlessEmpty(span, span.begin, edit.begin);
    if (endsAfter) return unlessEmpty(span, edit.begin + edit.length, edit.shifted(span.end));
    return std::nullopt;
}

bool isContinuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// The length of the common beginning of `a` and `b`, in whole code points.
std::size_t commonBeginning(std::string_view a, std::string_view b) {
    const std::size_t least = std::min(a.size(), b.size());
    std::size_t length = 0;
    while (length < least && a[length] == b[length])
        ++length;
    const auto splits = [length](std::string_view text) {
        return length < text.size() && isContinuation(text[length]);
    };
    if (!splits(a) && !splits(b)) return length;
    while (length > 0 && isContinuation(a[length - 1]))
        --length;
    return length > 0 ? length - 1 : 0;
}

/// The length of the common end of `a` and `b`, in whole code points.
std::size_t commonEnd(std::string_view a, std::string_view b) {
    const std::size_t least = std::min(a.size(), b.size());
    std::size_t length = 0;
    while (length < least && a[a.size() - 1 - length] == b[b.size() - 1 - length])
        ++length;
    while (length > 0 && isContinuation(a[a.size() - length]))
        --length;
    return length;
}

}  // namespace

CueText replaced(const CueText& text,
                 std::size_t begin,
                 std::size_t end,
                 std::string_view replacement) {
    assert(begin <= end && end <= text.plain.size());
    CueText result;
    result.plain.reserve(text.plain.size() - (end - begin) + replacement.size());
    result.plain.append(text.plain, 0, begin).append(replacement).append(text.plain, end);
    result.spans.reserve(text.spans.size());
    const Edit edit{begin, end, replacement.size()};
    for (const Span& span : text.spans) {
        if (std::optional<Span> kept = edited(span, edit)) result.spans.push_back(*std::move(kept));
    }
    // A point stays before what is inserted where it stands, a range that begins there comes after
    // it.
    std::stable_sort(result.spans.begin(), result.spans.end(), [](const Span& a, const Span& b) {
        return a.begin < b.begin;
    });
    return result;
}

CueText withPlain(const CueText& text, std::string_view plain) {
    const std::string_view old = text.plain;
    const std::size_t begin = commonBeginning(old, plain);
    const std::size_t tail = commonEnd(old.substr(begin), plain.substr(begin));
    return replaced(
        text, begin, old.size() - tail, plain.substr(begin, plain.size() - begin - tail));
}

std::size_t lineCount(const CueText& text) {
    if (text.plain.empty()) return 0;
    return 1 + static_cast<std::size_t>(std::count(text.plain.begin(), text.plain.end(), '\n'));
}

}  // namespace subs
