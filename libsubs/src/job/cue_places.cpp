// SPDX-License-Identifier: MIT
#include "job/cue_places.h"

#include <optional>

namespace subs {
namespace {

bool isAscii(char byte) {
    return static_cast<unsigned char>(byte) < 0x80;
}

/// Behind the tags that stand at `in`: "<b>", "{\\i1}".
std::size_t behindTags(std::string_view stretch, std::size_t in) {
    while (in < stretch.size() && (stretch[in] == '<' || stretch[in] == '{')) {
        const std::size_t end = stretch.find(stretch[in] == '<' ? '>' : '}', in);
        if (end == stretch.npos) break;
        in = end + 1;
    }
    return in;
}

/// Where `byte` stands right before `in`, or nothing; a line break may be "\r\n" and "\N".
std::optional<std::size_t> placeBefore(std::string_view stretch, std::size_t in, char byte) {
    if (in == 0) return std::nullopt;
    if (byte == '\n' && stretch.substr(0, in).ends_with("\\N")) return in - 2;
    if (byte != '\n' && stretch[in - 1] == '\r') --in;
    return in > 0 && stretch[in - 1] == byte ? std::optional(in - 1) : std::nullopt;
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
    placeAscii(plain, stretch);
}

/// ASCII is found by what stands beside it and is known already.
void CuePlaces::placeAscii(std::string_view plain, std::string_view stretch) {
    for (std::size_t at = 1; at < plain.size(); ++at) {
        const std::uint32_t before = inStretch_[at - 1];
        if (inStretch_[at] != kUnknown || before == kUnknown || plain[at] == '\n') continue;
        const bool isNext = before + 1 < stretch.size() && stretch[before + 1] == plain[at];
        const std::size_t in = isNext ? before + 1 : behindTags(stretch, before + 1);
        if (in < stretch.size() && stretch[in] == plain[at])
            inStretch_[at] = static_cast<std::uint32_t>(in);
    }
    for (std::size_t at = plain.size(); at-- > 1;) {
        if (inStretch_[at] == kUnknown || inStretch_[at - 1] != kUnknown) continue;
        const auto in = placeBefore(stretch, inStretch_[at], plain[at - 1]);
        if (in) inStretch_[at - 1] = static_cast<std::uint32_t>(*in);
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
