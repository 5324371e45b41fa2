// SPDX-License-Identifier: MIT
#include "format/likely_size.h"

namespace subs {

std::size_t likelySize(const Document& document, std::size_t around) {
    constexpr std::size_t kHead = 8192;
    constexpr std::size_t kSpan = 64;
    std::size_t size = kHead + document.cues.size() * around;
    for (const Cue& cue : document.cues) {
        size += cue.text.plain.size() + cue.text.spans.size() * kSpan;
        for (const Span& span : cue.text.spans)
            size += span.value.size();
    }
    return size + size / 8;
}

}  // namespace subs
