// SPDX-License-Identifier: MIT
#pragma once

#include "timing/shot_files/reader.h"

#include <nlohmann/json.hpp>

namespace subs::shot_files {

using Json = nlohmann::ordered_json;

/// Error "shots.bad-json" with the line where it is none.
Result<Json> parsedJson(std::string_view text);
/// Takes the lists "cuts" and "transitions" of `file`, which may have none of the second. Elements
/// that cannot be read are remarks. Error "shots.bad-json".
Result<void> readShots(const Json& file, ShotReading& reading);
/// The same two lists.
Json jsonOf(const Shots& shots);

}  // namespace subs::shot_files
