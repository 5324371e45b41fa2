// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/registry.h>
#include <subs/job/sidecar.h>

#include "job/sidecar/restore.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace testing {

/// A file in another format, with its sidecar.
struct Trip {
    subs::ReadDocument original;
    subs::ReadDocument written;
    subs::Sidecar sidecar;
};

/// `bytes` converted to `target` and packed in a sidecar; nothing where they cannot be.
std::optional<Trip> tripTo(const std::string& bytes,
                           const std::string& name,
                           const subs::DocumentOptions& reading,
                           const subs::Format& target);

/// What was written, with `edit` done to it, as a file; nothing where the format refuses.
std::optional<std::string> editedFile(const Trip& trip,
                                      const std::function<void(subs::Document&)>& edit);

/// The original with what was edited in `edited`.
subs::Restored home(const Trip& trip, const std::string& edited);

/// `restored` as a file.
std::string fileOf(const subs::Restored& restored);

}  // namespace testing
