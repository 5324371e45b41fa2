// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/media/preview.h>
#include <subs/model/without_cues.h>

#include "ass_stage.h"
#include "blend.h"
#include "event_window.h"

#include <algorithm>
#include <utility>

namespace subs::media {
namespace {

namespace fs = std::filesystem;

/// Alignments as libass holds them: 1–3 at the bottom, +4 at the top, +8 in the middle.
void moveToTop(ASS_Track& track) {
    for (int i = 0; i < track.n_styles; ++i) {
        int& alignment = track.styles[i].Alignment;
        if ((alignment & 12) == 0) alignment |= 4;
    }
}

}  // namespace

class Preview::State {
public:
    static Result<std::unique_ptr<State>> open(const std::vector<fs::path>& fontFolders);

    Result<void> draw(std::span<const PreviewTrack> tracks, Time time, Picture& picture);
    AssStage& stage() { return *stage_; }
    void setFilmSize(int width, int height) {
        filmWidth_ = width;
        filmHeight_ = height;
    }

private:
    /// A track as libass has it now, and what it was made from.
    struct Loaded {
        const Document* document = nullptr;
        std::uint64_t revision = 0;
        bool atTop = false;
        EventWindow window;
        std::vector<Cue> cues;
        Document key;  ///< The document's own origin, styles and canvas, to be compared with.
        Document skeleton;
        AssTrack track;
    };

    bool isCurrent(const Loaded& loaded, const PreviewTrack& track, Time time) const;
    Result<void> update(Loaded& loaded, const PreviewTrack& track, Time time);
    Result<void> load(Loaded& loaded);
    bool mustExtractFonts(const Loaded& loaded);

    std::unique_ptr<AssStage> stage_;  // before the tracks, which it outlives
    std::vector<Loaded> loaded_;
    std::vector<std::shared_ptr<const Origin>>
        extracted_;  ///< Files whose attached fonts libass has already.
    int filmWidth_ = 0;
    int filmHeight_ = 0;
};

Result<std::unique_ptr<Preview::State>> Preview::State::open(
    const std::vector<fs::path>& fontFolders) {
    auto stage = AssStage::open(fontFolders);
    if (!stage) return tl::unexpected(stage.error());
    auto state = std::make_unique<State>();
    state->stage_ = *std::move(stage);
    return state;
}

bool Preview::State::isCurrent(const Loaded& loaded, const PreviewTrack& track, Time time) const {
    return loaded.track && loaded.document == track.document && loaded.revision == track.revision &&
           track.revision != 0 && loaded.atTop == track.atTop &&
           loaded.window == windowAround(time);
}

/// Brings `loaded` up to date: nothing is done where nothing has changed, and only the cues near
/// `time` are written anew.
Result<void> Preview::State::update(Loaded& loaded, const PreviewTrack& track, Time time) {
    if (isCurrent(loaded, track, time)) return {};
    const EventWindow window = windowAround(time);
    std::vector<Cue> cues = cuesIn(*track.document, window);
    const bool sameKey = loaded.track && sameSkeleton(loaded.key, *track.document);
    const bool isSame =
        sameKey && loaded.atTop == track.atTop && loaded.window == window && loaded.cues == cues;
    loaded.document = track.document;
    loaded.revision = track.revision;
    if (isSame) return {};
    if (!sameKey) {
        const Document& document = *track.document;
        loaded.key = withoutCues(document);
        loaded.skeleton = skeletonOf(document);
    }
    loaded.atTop = track.atTop;
    loaded.window = window;
    loaded.cues = std::move(cues);
    return load(loaded);
}

/// libass keeps attached fonts for good, so each file's are handed to it once.
bool Preview::State::mustExtractFonts(const Loaded& loaded) {
    const auto& origin = loaded.key.origin;
    if (!origin || std::find(extracted_.begin(), extracted_.end(), origin) != extracted_.end())
        return false;
    extracted_.push_back(origin);
    return true;
}

Result<void> Preview::State::load(Loaded& loaded) {
    loaded.track.reset();
    const AttachedFonts fonts =
        mustExtractFonts(loaded) ? AttachedFonts::Take : AttachedFonts::Leave;
    auto track = stage_->loaded(loaded.skeleton, loaded.cues, fonts);
    if (!track) return tl::unexpected(track.error());
    loaded.track = *std::move(track);
    if (loaded.atTop) moveToTop(*loaded.track);
    return {};
}

Result<void> Preview::State::draw(std::span<const PreviewTrack> tracks,
                                  Time time,
                                  Picture& picture) {
    loaded_.resize(tracks.size());
    const bool hasFilm = filmWidth_ > 0 && filmHeight_ > 0;
    stage_->setSizes(
        {picture.width, picture.height},
        hasFilm ? FrameSize{filmWidth_, filmHeight_} : FrameSize{picture.width, picture.height});
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        if (tracks[i].document == nullptr || picture.empty()) continue;
        if (auto ready = update(loaded_[i], tracks[i], time); !ready) return ready;
        blend(stage_->images(*loaded_[i].track, time), picture);
    }
    return {};
}

Preview::Preview(std::unique_ptr<State> state) : state_(std::move(state)) {}
Preview::Preview(Preview&&) noexcept = default;
Preview& Preview::operator=(Preview&&) noexcept = default;
Preview::~Preview() = default;

Result<Preview> Preview::open(const std::vector<fs::path>& fontFolders) {
    auto state = State::open(fontFolders);
    if (!state) return tl::unexpected(state.error());
    return Preview(std::move(*state));
}

Result<void> Preview::draw(std::span<const PreviewTrack> tracks, Time time, Picture& picture) {
    return state_->draw(tracks, time, picture);
}

void Preview::setFilmSize(int width, int height) {
    state_->setFilmSize(width, height);
}

std::vector<std::string> Preview::fontSubstitutions() {
    return state_->stage().takenRemarks();
}

}  // namespace subs::media
