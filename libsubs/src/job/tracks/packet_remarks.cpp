// SPDX-License-Identifier: MIT
#include "job/tracks/packet_remarks.h"

#include <subs/time/clock.h>

#include <fmt/format.h>

#include <algorithm>

namespace subs::tracks {

void PacketRemarks::add(std::string_view code, std::string_view what, Time at) {
    const auto known = std::ranges::find_if(
        kinds_, [&](const Kind& kind) { return kind.code == code && kind.what == what; });
    if (known != kinds_.end())
        ++known->count;
    else
        kinds_.push_back({std::string(code), std::string(what), at, 1});
}

void PacketRemarks::tell(Diagnostics& diagnostics) {
    for (const Kind& kind : kinds_) {
        std::string message = fmt::format("the text at {} {}", clockText(kind.first), kind.what);
        if (kind.count > 1) message += fmt::format(" (and {} more)", kind.count - 1);
        diagnostics.push_back({Severity::Warning, 0, 0, kind.code, std::move(message)});
    }
    kinds_.clear();
}

}  // namespace subs::tracks
