// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/base/file.h>
#include <subs/format/registry.h>
#include <subs/media/preview.h>

#include "ass_handles.h"
#include "blend.h"
#include "event_window.h"
#include "font_messages.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdarg>
#include <cstdio>
#include <optional>
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
    FontMessages& messages() { return messages_; }
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

    FontMessages messages_;  // before the library, which writes into it to its end
    AssLibrary library_;
    AssRenderer renderer_;
    std::vector<Loaded> loaded_;
    std::vector<std::shared_ptr<const Origin>>
        extracted_;  ///< Files whose attached fonts libass has already.
    int filmWidth_ = 0;
    int filmHeight_ = 0;
};

Result<std::unique_ptr<Preview::State>> Preview::State::open(
    const std::vector<fs::path>& fontFolders) {
    auto state = std::make_unique<State>();
    state->library_.reset(ass_library_init());
    if (!state->library_)
        return failure("media.no-renderer",
                       "cannot start the subtitle renderer: not enough memory");
    ass_set_message_cb(state->library_.get(), takeMessage, &state->messages_);
    for (const fs::path& folder : fontFolders) {
        if (const auto added = addFonts(*state->library_, folder); !added)
            return tl::unexpected(added.error());
    }
    state->renderer_.reset(ass_renderer_init(state->library_.get()));
    if (!state->renderer_)
        return failure("media.no-renderer",
                       "cannot start the subtitle renderer: not enough memory");
    ass_set_fonts(
        state->renderer_.get(), nullptr, nullptr, ASS_FONTPROVIDER_AUTODETECT, nullptr, 1);
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
        loaded.key = {document.format,
                      document.language,
                      document.title,
                      document.canvas,
                      document.styles,
                      {},
                      document.origin,
                      0};
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
    const Format* ass = formatNamed("ass");
    auto text = ass->write(filled(loaded.skeleton, loaded.cues), {});
    if (!text) return tl::unexpected(text.error());
    ass_set_extract_fonts(library_.get(), mustExtractFonts(loaded) ? 1 : 0);
    ASS_Track* track = ass_read_memory(library_.get(), text->data(), text->size(), nullptr);
    if (track == nullptr)
        return failure("media.no-renderer", "the subtitle renderer cannot read the document");
    loaded.track.reset(track);
    const auto events = static_cast<std::size_t>(track->n_events);
    if (events == loaded.cues.size()) {
        for (std::size_t i = 0; i < events; ++i)
            setTimes(track->events[i], loaded.cues[i]);
    }
    if (loaded.atTop) moveToTop(*track);
    return {};
}

Result<void> Preview::State::draw(std::span<const PreviewTrack> tracks,
                                  Time time,
                                  Picture& picture) {
    loaded_.resize(tracks.size());
    const bool hasFilm = filmWidth_ > 0 && filmHeight_ > 0;
    ass_set_frame_size(renderer_.get(), picture.width, picture.height);
    ass_set_storage_size(renderer_.get(),
                         hasFilm ? filmWidth_ : picture.width,
                         hasFilm ? filmHeight_ : picture.height);
    ass_set_pixel_aspect(renderer_.get(), 1.0);
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        if (tracks[i].document == nullptr || picture.empty()) continue;
        if (auto ready = update(loaded_[i], tracks[i], time); !ready) return ready;
        blend(ass_render_frame(
                  renderer_.get(), loaded_[i].track.get(), time.floorMilliseconds(), nullptr),
              picture);
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
    return state_->messages().taken();
}

}  // namespace subs::media
