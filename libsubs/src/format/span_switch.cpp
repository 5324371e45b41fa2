// SPDX-License-Identifier: MIT
#include "format/span_switch.h"

#include <cstdint>
#include <utility>

namespace subs {
namespace {

std::uint32_t sizeOf(const CueText& text) {
    return static_cast<std::uint32_t>(text.plain.size());
}

bool isGapAt(const CueText& text, std::uint32_t from) {
    return text.plain.find_first_not_of(" \n", from) == std::string::npos;
}

}  // namespace

void SpanSwitch::set(std::optional<std::string> value, CueText& text) {
    if (value == value_) return;
    close(text);
    value_ = std::move(value);
}

void SpanSwitch::open(CueText& text) {
    if (!value_ || index_) return;
    const bool goesOn =
        last_ && text.spans[*last_].value == *value_ && isGapAt(text, text.spans[*last_].end);
    if (goesOn) {
        index_ = last_;
        return;
    }
    index_ = text.spans.size();
    text.spans.push_back({kind_, sizeOf(text), sizeOf(text), *value_});
}

void SpanSwitch::close(CueText& text) {
    if (!index_) return;
    text.spans[*index_].end = sizeOf(text);
    last_ = std::exchange(index_, std::nullopt);
}

}  // namespace subs
