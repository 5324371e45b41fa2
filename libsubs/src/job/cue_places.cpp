// SPDX-License-Identifier: MIT
#include "job/cue_places.h"

namespace subs {
namespace {

bool isAscii(char byte) {
    return static_cast<unsigned char>(byte) < 0x80;
}

}  // namespace

CuePlaces::CuePlaces(std::string_view plain, std::string_view stretch, std::uint32_t line)
    : inStretch_(plain.size(), kUnknown),
      lines_(stretch),
      stretchSize_(stretch.size()),
      line_(line) {
    std::size_t in = stretch.size();
    for (std::size_t at = plain.size(); at-- > 0;) {
        if (isAscii(plain[at])) continue;
        while (in > 0 && stretch[in - 1] != plain[at])
            --in;
        if (in == 0) return;
        inStretch_[at] = static_cast<std::uint32_t>(--in);
    }
}

TextPlace CuePlaces::of(std::size_t at) {
    const std::uint32_t in = at < inStretch_.size() ? inStretch_[at] : kUnknown;
    if (in == kUnknown) return {line_, 0};
    while (lines_.nextBegin() <= in && lines_.next()) {
    }
    return {line_ == 0 ? 0 : line_ + lines_.number() - 1,
            static_cast<std::uint32_t>(in - lines_.begin() + 1)};
}

}  // namespace subs
