// SPDX-License-Identifier: MIT
#pragma once

#include <subs/qc/profile.h>

#include <toml++/toml.h>

#include <span>
#include <string_view>

namespace subs {

/// A key of a profile file.
struct ProfileKey {
    std::string_view section;  ///< Empty: before the first section.
    std::string_view name;
    std::string_view expected;  ///< What stands after it, for a person: "a whole number above 0".
    /// Puts the value into the profile; false where it is not what is expected.
    bool (*read)(Profile& profile, const toml::node& value);
    bool required = false;
};

/// All keys but those of [severity], which are the ids of the rules.
std::span<const ProfileKey> profileKeys();

}  // namespace subs
