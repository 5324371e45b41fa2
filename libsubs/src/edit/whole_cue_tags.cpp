// SPDX-License-Identifier: MIT
#include "edit/whole_cue_tags.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <vector>

namespace subs {
namespace {

constexpr std::array<std::string_view, 5> kPlacing{
    "\\pos(", "\\move(", "\\org(", "\\clip(", "\\iclip("};
constexpr std::array<std::string_view, 2> kFading{"\\fad(", "\\fade("};

/// `\an8`, or `\a6` of SSA; neither `\alpha` nor a bare `\a`, which sets nothing.
bool hasAlignmentTag(std::string_view value) {
    for (std::size_t at = value.find("\\a"); at != value.npos; at = value.find("\\a", at + 2)) {
        std::string_view rest = value.substr(at + 2);
        if (rest.starts_with('n')) rest.remove_prefix(1);
        if (!rest.empty() && rest.front() >= '0' && rest.front() <= '9') return true;
    }
    return false;
}

bool hasAny(std::string_view value, std::span<const std::string_view> tags) {
    return std::ranges::any_of(tags,
                               [&](std::string_view tag) { return value.find(tag) != value.npos; });
}

bool isPlacing(std::string_view value) {
    return hasAny(value, kPlacing) || hasAlignmentTag(value);
}

bool isOfWholeCue(std::string_view value) {
    return isPlacing(value) || hasAny(value, kFading);
}

/// The marks of `text` that `isAsked` is true of, sorted.
std::vector<std::string_view> marksIn(const CueText& text, bool (*isAsked)(std::string_view)) {
    std::vector<std::string_view> marks;
    for (const Span& span : text.spans)
        if (span.kind == SpanKind::Opaque && span.isPoint() && isAsked(span.value))
            marks.push_back(span.value);
    std::ranges::sort(marks);
    marks.erase(std::unique(marks.begin(), marks.end()), marks.end());
    return marks;
}

}  // namespace

bool stayApart(const CueText& first, const CueText& second) {
    if (first.spans.empty() && second.spans.empty()) return false;
    const auto ofFirst = marksIn(first, isOfWholeCue);
    const auto ofSecond = marksIn(second, isOfWholeCue);
    return !std::ranges::includes(ofFirst, ofSecond) ||
           !std::ranges::includes(ofSecond, marksIn(first, isPlacing));
}

}  // namespace subs
