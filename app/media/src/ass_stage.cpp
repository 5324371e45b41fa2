// SPDX-License-Identifier: GPL-3.0-or-later
#include "ass_stage.h"

#include <subs/format/registry.h>

#include "event_window.h"

#include <array>
#include <cstdarg>
#include <cstddef>
#include <cstdio>

namespace subs::media {
namespace {

/// libass asks for this with each of its messages; all of them are kept or dropped here, none
/// printed.
void takeMessage(int, const char* format, std::va_list arguments, void* messages) {
    std::array<char, 1024> text{};
    std::vsnprintf(text.data(), text.size(), format, arguments);
    static_cast<FontMessages*>(messages)->add(text.data());
}

/// libass compares whole milliseconds: an edge and a frame's time, both rounded down, keep their
/// order unless both lie in the same millisecond.
void setTimes(ASS_Event& event, const Cue& cue) {
    event.Start = cue.start.floorMilliseconds();
    event.Duration = cue.end->floorMilliseconds() - event.Start;
}

tl::unexpected<Error> noMemory() {
    return failure("media.no-renderer", "cannot start the subtitle renderer: not enough memory");
}

}  // namespace

Result<std::unique_ptr<AssStage>> AssStage::open(const std::vector<FontFile>& fonts) {
    std::unique_ptr<AssStage> stage(new AssStage);
    stage->library_.reset(ass_library_init());
    if (!stage->library_) return noMemory();
    ass_set_message_cb(stage->library_.get(), takeMessage, &stage->messages_);
    for (const FontFile& font : fonts)
        ass_add_font(stage->library_.get(),
                     font.name.c_str(),
                     font.bytes.data(),
                     static_cast<int>(font.bytes.size()));
    stage->renderer_.reset(ass_renderer_init(stage->library_.get()));
    if (!stage->renderer_) return noMemory();
    ass_set_fonts(
        stage->renderer_.get(), nullptr, nullptr, ASS_FONTPROVIDER_AUTODETECT, nullptr, 1);
    return stage;
}

void AssStage::setSizes(FrameSize frame, FrameSize film) {
    ass_set_frame_size(renderer_.get(), frame.width, frame.height);
    ass_set_storage_size(renderer_.get(), film.width, film.height);
    ass_set_pixel_aspect(renderer_.get(), 1.0);
}

Result<AssTrack> AssStage::loaded(const Document& skeleton,
                                  const std::vector<Cue>& cues,
                                  AttachedFonts fonts) {
    auto text = formatNamed("ass")->write(filled(skeleton, cues), {});
    if (!text) return tl::unexpected(text.error());
    ass_set_extract_fonts(library_.get(), fonts == AttachedFonts::Take ? 1 : 0);
    AssTrack track(ass_read_memory(library_.get(), text->data(), text->size(), nullptr));
    if (!track)
        return failure("media.no-renderer", "the subtitle renderer cannot read the document");
    const auto events = static_cast<std::size_t>(track->n_events);
    if (events == cues.size()) {
        for (std::size_t i = 0; i < events; ++i)
            setTimes(track->events[i], cues[i]);
    }
    return track;
}

const ASS_Image* AssStage::images(ASS_Track& track, Time time) {
    return ass_render_frame(renderer_.get(), &track, time.floorMilliseconds(), nullptr);
}

}  // namespace subs::media
