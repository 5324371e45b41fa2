// SPDX-License-Identifier: MIT
#pragma once

#include <subs/job/extract.h>
#include <subs/job/mux.h>

#include <string>
#include <string_view>

/// What `extracted` and `muxed` answer, as JSON for programs; see json.h.
namespace subs {

std::string extractionJson(const ExtractOutcome& outcome, std::string_view film);
std::string muxingJson(const Muxed& muxed, std::string_view film, std::string_view output);

}  // namespace subs
