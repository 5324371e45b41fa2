// SPDX-License-Identifier: MIT
#include "edit/times_inside.h"

#include <algorithm>
#include <string>
#include <utility>

namespace subs {
namespace {

bool isTime(const Span& span) {
    return span.kind == SpanKind::Karaoke || span.kind == SpanKind::InnerTime;
}

}  // namespace

bool hasTimesInside(const CueText& text) {
    return std::ranges::any_of(text.spans, [](const Span& span) {
        return isTime(span) ||
               (span.kind == SpanKind::Opaque && span.value.find("\\t(") != std::string::npos);
    });
}

CueText withoutTimesInside(CueText text) {
    std::erase_if(text.spans, isTime);
    return text;
}

}  // namespace subs
