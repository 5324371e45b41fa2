// SPDX-License-Identifier: MIT
#include "job/still_times.h"

#include <subs/base/counted.h>
#include <subs/format/registry.h>

#include "format/still_times.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string>

namespace subs {
namespace {

Diagnostic stillColumns(const StillTimes& still) {
    const bool isOne = still.columns.size() == 1;
    return {Severity::Warning,
            still.line,
            0,
            "retime.still-times",
            fmt::format("{} \"{}\" {} times too, which stay as they are: other columns say when "
                        "cues are shown",
                        isOne ? "column" : "columns",
                        fmt::join(still.columns, "\", \""),
                        isOne ? "has" : "have")};
}

}  // namespace

std::optional<Diagnostic> stillTimesOf(const Document& document) {
    const auto* const reader = dynamic_cast<const StillTimesReader*>(formatNamed(document.format));
    if (reader == nullptr || !document.origin) return std::nullopt;
    const StillTimes still = reader->stillTimesIn(document);
    if (!still.columns.empty()) return stillColumns(still);
    if (still.pictures + still.animations == 0) return std::nullopt;
    std::string what;
    if (still.pictures > 0) what = counted(still.pictures, "picture");
    if (still.animations > 0)
        what += (what.empty() ? "" : " and ") + counted(still.animations, "animation");
    const bool isOne = still.pictures + still.animations == 1;
    return Diagnostic{Severity::Warning,
                      still.line,
                      0,
                      "retime.still-times",
                      fmt::format("{} outside of cues {} times of {} own, which stay as they are",
                                  what,
                                  isOne ? "has" : "have",
                                  isOne ? "its" : "their")};
}

}  // namespace subs
