// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/media/preview.h>

#include "blend.h"
#include "preview_stage.h"

#include <utility>

namespace subs::media {

class Preview::State {
public:
    explicit State(std::unique_ptr<PreviewStage> stage) : stage_(std::move(stage)) {}

    Result<void> draw(std::span<const PreviewTrack> tracks, Time time, Picture& picture);
    PreviewStage& stage() { return *stage_; }
    void setFilmSize(FrameSize size) { film_ = size; }

private:
    std::unique_ptr<PreviewStage> stage_;
    FrameSize film_;
};

Result<void> Preview::State::draw(std::span<const PreviewTrack> tracks,
                                  Time time,
                                  Picture& picture) {
    if (picture.empty()) return {};
    const bool hasFilm = film_.width > 0 && film_.height > 0;
    const FrameSize size{picture.width, picture.height};
    stage_->setSizes(size, hasFilm ? film_ : size);
    return stage_->show(tracks, time, [&](const ASS_Image* images) { blend(images, picture); });
}

Preview::Preview(std::unique_ptr<State> state) : state_(std::move(state)) {}
Preview::Preview(Preview&&) noexcept = default;
Preview& Preview::operator=(Preview&&) noexcept = default;
Preview::~Preview() = default;

Result<Preview> Preview::open(const PreviewOptions& options) {
    auto stage = PreviewStage::open(options);
    if (!stage) return tl::unexpected(stage.error());
    return Preview(std::make_unique<State>(*std::move(stage)));
}

Result<void> Preview::draw(std::span<const PreviewTrack> tracks, Time time, Picture& picture) {
    return state_->draw(tracks, time, picture);
}

void Preview::setFilmSize(int width, int height) {
    state_->setFilmSize({width, height});
}

std::vector<std::string> Preview::fontRemarks() {
    return state_->stage().takenRemarks();
}

std::vector<Time> Preview::brokenCues() {
    return state_->stage().takenBroken();
}

}  // namespace subs::media
