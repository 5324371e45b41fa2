// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/diagnostic.h>
#include <subs/base/result.h>
#include <subs/format/loss_report.h>
#include <subs/time/time.h>

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace subs {

using Json = nlohmann::ordered_json;

/// Milliseconds: a whole number where it is one.
Json millisecondsJson(Time time);
Json millisecondsJson(const std::optional<Time>& time);
/// `text` or, where it is empty, null.
Json textOrNull(std::string_view text);
Json diagnosticsJson(const Diagnostics& diagnostics);
/// Cues are told by their ids, which are their numbers in a file as it was read.
Json lossesJson(const LossReport& losses);
Json errorValue(const Error& error);
std::string serialised(const Json& value);

}  // namespace subs
