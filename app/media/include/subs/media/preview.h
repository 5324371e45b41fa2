// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/result.h>
#include <subs/job/ports.h>
#include <subs/media/font_file.h>
#include <subs/media/picture.h>
#include <subs/model/document.h>
#include <subs/time/time.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace subs::media {

/// A track as it is laid over the picture.
struct PreviewTrack {
    const Document* document = nullptr;  ///< Borrowed during the call.
    /// Shift to the top of the picture: for the first of two tracks that would both stand at the
    /// bottom.
    bool atTop = false;
    /// A number that is another after each change of the document, 0 where there is none. Without
    /// one, each call looks through the times of all cues to see whether something near `time` has
    /// changed.
    std::uint64_t revision = 0;
};

/// What a preview is drawn with.
struct PreviewOptions {
    TextLook look = TextLook::Delivered;
    /// Of the project; searched before all other fonts. Not of other players.
    std::vector<std::filesystem::path> fontFolders = {};
    std::vector<FontFile> attached = {};  ///< To the film; searched next. Not of other players.
};

/// Draws subtitles as a viewer will see them, with libass and its features at their defaults.
/// Documents without styles are shown in the style of their language (`defaultStyleFor`), sized for
/// the film. One thread at a time.
class Preview {
public:
    static Result<Preview> open(const PreviewOptions& options = {});
    Preview(Preview&&) noexcept;
    Preview& operator=(Preview&&) noexcept;
    ~Preview();

    /// Draws what `tracks` show at `time` over `picture`, only within the box that they cover. Only
    /// the events near `time` are handed to libass, so that the cost does not grow with the
    /// document.
    Result<void> draw(std::span<const PreviewTrack> tracks, Time time, Picture& picture);
    /// The film's own size, where pictures of another size are drawn upon: blurs and perspective
    /// are measured in it. Without it (0 × 0) each picture is taken for one of the film's own size.
    void setFilmSize(int width, int height);
    /// Fonts that were asked for and not found, each with what was taken instead, and those of the
    /// project that could not be read, since the last call; each is told once.
    std::vector<std::string> fontRemarks();
    /// When cues begin that were drawn since the last call with Khmer lines broken to fit.
    std::vector<Time> brokenCues();

private:
    class State;
    explicit Preview(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace subs::media
