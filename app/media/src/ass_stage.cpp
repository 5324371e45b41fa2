// SPDX-License-Identifier: GPL-3.0-or-later
#include "ass_stage.h"

#include <subs/base/file.h>
#include <subs/format/registry.h>

#include "event_window.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdarg>
#include <cstdio>
#include <string_view>
#include <system_error>

namespace subs::media {
namespace {

namespace fs = std::filesystem;

/// libass asks for this with each of its messages; all of them are kept or dropped here, none
/// printed.
void takeMessage(int, const char* format, std::va_list arguments, void* messages) {
    std::array<char, 1024> text{};
    std::vsnprintf(text.data(), text.size(), format, arguments);
    static_cast<FontMessages*>(messages)->add(text.data());
}

bool isFont(const fs::path& path) {
    std::string ending = path.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(), [](char c) {
        return static_cast<char>(c | 0x20);
    });
    constexpr std::array<std::string_view, 4> kEndings{".ttf", ".otf", ".ttc", ".otc"};
    return std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
}

Result<void> addFonts(ASS_Library& library, const fs::path& folder) {
    std::error_code error;
    fs::directory_iterator entries(folder, error);
    if (error) {
        return failure(
            "io.failed",
            fmt::format("cannot read the fonts in {}: {}", folder.string(), error.message()));
    }
    for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
        if (!isFont(entries->path())) continue;
        const auto bytes = readFile(entries->path());
        if (!bytes) return tl::unexpected(bytes.error());
        ass_add_font(&library,
                     entries->path().filename().c_str(),
                     bytes->data(),
                     static_cast<int>(bytes->size()));
    }
    return {};
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

Result<std::unique_ptr<AssStage>> AssStage::open(const std::vector<fs::path>& fontFolders) {
    std::unique_ptr<AssStage> stage(new AssStage);
    stage->library_.reset(ass_library_init());
    if (!stage->library_) return noMemory();
    ass_set_message_cb(stage->library_.get(), takeMessage, &stage->messages_);
    for (const fs::path& folder : fontFolders) {
        if (const auto added = addFonts(*stage->library_, folder); !added)
            return tl::unexpected(added.error());
    }
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
