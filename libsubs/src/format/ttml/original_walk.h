// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include "format/ttml/cue_reader.h"
#include "format/ttml/edit_context.h"
#include "format/ttml/shared_times.h"
#include "format/xml/cue_owners.h"

#include <functional>
#include <optional>

namespace subs::ttml {

/// What a saving does with cues of the document.
struct CueActions {
    /// One that is in the file, which has it as `original`.
    std::function<void(const Cue& cue, const Original& original)> changed;
    /// One that is not, and is written like that.
    std::function<void(const Cue& cue, const Original& neighbour)> added;
};

/// Reads a file again for a saving, and hands on each cue that may have to be written with what it
/// was in the file: in the order of the file, new ones behind those that they stand beside. What a
/// cue was lives as long as the call, so that no more than one paragraph is in memory.
class OriginalWalk final : public CueReader {
public:
    /// `document` is borrowed and has an origin.
    OriginalWalk(const Document& document, const WriteOptions& options, CueActions actions);

    /// Once the file is read.
    SharedTimes::Result sharedTimes(const Parameters& parameters) const {
        return shared_.run(parameters);
    }
    /// Whether spans are cues; once the file is read.
    bool hasSpanCues() const { return hasSpanCues_; }

private:
    void take(ReadCue read, const Head&) override;
    /// All from place `index` of the document on that are in no file.
    void addFrom(std::size_t index, const Original& neighbour) const;

    const Document& document_;
    CueActions actions_;
    CueOwners owners_;
    SharedTimes shared_;
    bool wantsAll_;
    bool isFirst_ = true;
    bool hasSpanCues_ = false;
};

}  // namespace subs::ttml
