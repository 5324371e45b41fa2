// SPDX-License-Identifier: MIT
#include <subs/format/counts_frames.h>

#include <algorithm>
#include <array>

namespace subs {

bool countsFrames(const FormatInfo& info) {
    constexpr std::array<std::string_view, 3> kOfOwnRate = {"itt", "ebu-stl", "scc"};
    return info.timeBase == TimeBase::Frames ||
           std::ranges::find(kOfOwnRate, info.id) != kOfOwnRate.end();
}

}  // namespace subs
