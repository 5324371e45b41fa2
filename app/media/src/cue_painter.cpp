// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/media/cue_painter.h>
#include <subs/media/png.h>

#include "ass_stage.h"
#include "event_window.h"
#include "ink.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace subs::media {
namespace {

/// The cues that are seen at all, and where they are in their document.
struct SeenCues {
    std::vector<Cue> cues;
    std::vector<std::size_t> places;
};

SeenCues seenCues(const Document& document) {
    SeenCues seen;
    for (std::size_t i = 0; i < document.cues.size(); ++i) {
        const Cue& cue = document.cues[i];
        if (cue.kind != CueKind::Dialogue || !cue.end || *cue.end <= cue.start) continue;
        seen.cues.push_back(cue);
        seen.places.push_back(i);
    }
    return seen;
}

/// 0, 1, ... in the order in which the cues begin.
std::vector<std::size_t> inOrderOfStart(const std::vector<Cue>& cues) {
    std::vector<std::size_t> order(cues.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return cues[a].start < cues[b].start;
    });
    return order;
}

Time middleOf(const Cue& cue) {
    return Time::fromFlicks(cue.start.flicks() + cue.duration().flicks() / 2);
}

/// The events of a track, all but one of them out of sight.
class Alone {
public:
    Alone(ASS_Track& track, std::size_t shown) : track_(track) {
        durations_.reserve(static_cast<std::size_t>(track.n_events));
        for (int i = 0; i < track.n_events; ++i) {
            durations_.push_back(track.events[i].Duration);
            if (static_cast<std::size_t>(i) != shown) track.events[i].Duration = 0;
        }
    }
    Alone(const Alone&) = delete;
    Alone& operator=(const Alone&) = delete;
    ~Alone() {
        for (std::size_t i = 0; i < durations_.size(); ++i)
            track_.events[i].Duration = durations_[i];
    }

private:
    ASS_Track& track_;
    std::vector<long long> durations_;
};

Diagnostics remarksOf(AssStage& stage) {
    Diagnostics remarks;
    for (std::string& remark : stage.takenRemarks())
        remarks.push_back({Severity::Warning, 0, 0, "media.font-substituted", std::move(remark)});
    return remarks;
}

class AssCuePainter final : public CuePainter {
public:
    Result<Diagnostics> paint(const PaintRequest& request,
                              const Take& take,
                              std::stop_token stop) override {
        auto stage = AssStage::open();
        if (!stage) return tl::unexpected(stage.error());
        const FrameSize size{request.width, request.height};
        (*stage)->setSizes(size, size);
        const SeenCues seen = seenCues(*request.document);
        auto track =
            (*stage)->loaded(skeletonOf(*request.document), seen.cues, AttachedFonts::Take);
        if (!track) return tl::unexpected(track.error());
        if (static_cast<std::size_t>((*track)->n_events) != seen.cues.size())
            return failure("media.no-renderer",
                           "the subtitle renderer reads other cues than the document has");
        for (const std::size_t i : inOrderOfStart(seen.cues)) {
            if (stop.stop_requested()) return failure("media.cancelled", "cancelled");
            // As in a player: an event stays for good where it is put when it comes.
            (*stage)->images(**track, seen.cues[i].start);
            const Alone alone(**track, i);
            const CuePicture picture =
                inkOf((*stage)->images(**track, middleOf(seen.cues[i])), size);
            if (auto taken = take(seen.places[i], picture); !taken)
                return tl::unexpected(taken.error());
        }
        return remarksOf(**stage);
    }

    Result<std::string> encoded(const CuePicture& picture) override { return encodedPng(picture); }
};

}  // namespace

std::unique_ptr<CuePainter> makeCuePainter() {
    return std::make_unique<AssCuePainter>();
}

}  // namespace subs::media
