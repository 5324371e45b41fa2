// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue_text.h>

#include <array>
#include <cstddef>
#include <functional>
#include <vector>

namespace subs {

/// Goes over a text and knows which span of each kind is the innermost around a place: that which
/// began last. O(1) a step on average, however many are in each other.
class InnermostSpans {
public:
    /// Of those in `text`, which is borrowed, that cover characters and that `counts` is true of.
    InnermostSpans(const CueText& text, const std::function<bool(const Span&)>& counts);

    /// Goes on to the character at `place`, which is not before the last one.
    void moveTo(std::size_t place);
    /// Those around that place, in the order in which they begin.
    std::vector<const Span*> all() const;

private:
    static constexpr std::size_t kKinds = static_cast<std::size_t>(SpanKind::InnerTime) + 1;

    std::vector<const Span*> spans_;
    std::size_t next_ = 0;
    /// By kind; the last that has not ended is the innermost.
    std::array<std::vector<const Span*>, kKinds> open_;
};

}  // namespace subs
