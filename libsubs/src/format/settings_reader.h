// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace subs {

/// A format that tells what the settings of its cues (`Cue::settings`) say besides the alignment
/// that was read of them.
class SettingsReader {
public:
    SettingsReader() = default;
    SettingsReader(const SettingsReader&) = delete;
    SettingsReader& operator=(const SettingsReader&) = delete;
    virtual ~SettingsReader() = default;

    /// True of settings that an alignment, or the usual place, says all of.
    virtual bool isPlaceAlone(std::string_view settings) const = 0;
};

}  // namespace subs
