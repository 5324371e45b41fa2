// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>
#include <subs/edit/wrap.h>
#include <subs/qc/profile.h>

#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

namespace subs {

/// The folder of what a new project starts from (profiles, styles, glossaries, templates): the
/// environment's SUBS_SEEDS, else `../share/subs` beside the program where Subs is installed, else
/// `seeds` of the source tree.
std::filesystem::path seedsFolder();

/// The profiles in `folder`, bytewise sorted by file name. The error names the file that is no
/// profile.
Result<std::vector<Profile>> profilesIn(const std::filesystem::path& folder);

/// A profile by its id among `known`, else by the name of a file. Error "qc.unknown-profile" lists
/// the known ids and names the nearest.
Result<Profile> profileNamed(std::string_view name, std::span<const Profile> known);

/// The profile of `known` for a track in `language` (BCP 47): the first that lists it, else the
/// first that lists its primary language ("en" for "en-GB"), else the first that is for any
/// language, else null. Of several that list it the default one (`Profile::isDefault`).
const Profile* profileFor(std::string_view language, std::span<const Profile> known);

/// How texts are broken into lines for `profile`: its most lines, its balance, and as wide as it
/// lets them be: in em where it says that, else of the picture, else by its count. What it does not
/// name is as in `WrapOptions`.
WrapOptions wrapOptionsFor(const Profile& profile);

}  // namespace subs
