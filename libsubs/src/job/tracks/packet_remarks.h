// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/diagnostic.h>
#include <subs/time/time.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace subs::tracks {

/// What is odd about the packets of a track: each kind is told once, with the first place and how
/// many there are.
class PacketRemarks {
public:
    /// "the text at 00:00:12.000 `what`".
    void add(std::string_view code, std::string_view what, Time at);
    /// Moves all that was collected to the end of `diagnostics`.
    void tell(Diagnostics& diagnostics);

private:
    struct Kind {
        std::string code;
        std::string what;
        Time first;
        std::size_t count = 0;
    };
    std::vector<Kind> kinds_;
};

}  // namespace subs::tracks
