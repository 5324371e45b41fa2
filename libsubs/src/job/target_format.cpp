// SPDX-License-Identifier: MIT
#include "job/target_format.h"

#include <subs/format/registry.h>

namespace subs {

const Format& targetFor(const Format& from,
                        const Format* asked,
                        FormatChoice choice,
                        const std::filesystem::path& output) {
    if (asked == nullptr) return from;
    return choice == FormatChoice::ByEnding && hasEnding(from, output) ? from : *asked;
}

}  // namespace subs
