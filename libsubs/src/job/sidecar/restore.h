// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/registry.h>
#include <subs/job/sidecar.h>

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

namespace subs {

/// A document as it was before it was converted, with what was edited since.
struct Restored {
    ReadDocument read;        ///< In the format of the original, tied to its file; with remarks.
    std::size_t changed = 0;  ///< Cues that were edited.
    std::size_t added = 0;
    std::size_t removed = 0;
    std::size_t moved = 0;  ///< Cues that stand elsewhere in their order now.

    bool isEdited() const { return changed + added + removed + moved > 0; }
};

/// The frames that a sidecar tells of.
std::optional<FrameTimeline> timelineOf(const Sidecar& sidecar);

/// The original of `sidecar` with what was edited in `bytes`, the file that it was converted to.
/// `options` are those of reading that file, and its frames hold for the original too. Remarks:
/// what reading the edited file told; "sidecar.restored", an info; "sidecar.overlap" and
/// "sidecar.not-merged", each at the line of a cue of the edited file. Errors:
/// "sidecar.other-file" where hardly any cue is of what was written, "sidecar.damaged" where the
/// files in it cannot be read; those of reading.
Result<Restored> restoredDocument(std::string bytes,
                                  const std::filesystem::path& name,
                                  const Sidecar& sidecar,
                                  const DocumentOptions& options);

}  // namespace subs
