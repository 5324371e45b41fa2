// SPDX-License-Identifier: MIT
#include "format/scc/sent_lines.h"

#include <fmt/format.h>

#include <iterator>
#include <utility>

namespace subs::scc {

void SentLines::add(std::int64_t frame, Pair pair) {
    if (next_ == frame) {
        out_ += ' ';
    } else {
        if (next_) out_.append(newline_).append(newline_);
        out_ += codes_.textOf(Frame{frame});
        out_ += '\t';
    }
    fmt::format_to(
        std::back_inserter(out_), "{:02x}{:02x}", withParity(pair.first), withParity(pair.second));
    next_ = frame + 1;
}

void SentLines::finish() {
    if (std::exchange(next_, std::nullopt)) out_ += newline_;
}

}  // namespace subs::scc
