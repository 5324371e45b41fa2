// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/result.h>
#include <subs/media/picture.h>
#include <subs/model/document.h>
#include <subs/time/time.h>

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace subs::media {

/// A track as it is laid over the picture.
struct PreviewTrack {
    const Document* document = nullptr;   ///< Borrowed during the call.
    /// Shift to the top of the picture: for the first of two tracks that would both stand at the bottom.
    bool atTop = false;
};

/// Draws subtitles as a viewer will see them, with libass and its default features (no wrapping of Khmer: like players). Documents
/// without styles are shown in the style of their language (`defaultStyleFor`), sized for the film. One thread at a time.
class Preview {
public:
    /// `fontFolders` are searched besides the system's fonts.
    static Result<Preview> open(const std::vector<std::filesystem::path>& fontFolders = {});
    Preview(Preview&&) noexcept;
    Preview& operator=(Preview&&) noexcept;
    ~Preview();

    /// Draws what `tracks` show at `time` over `picture`, only within the box that they cover. Only the events near `time` are
    /// handed to libass, so that the cost does not grow with the document.
    Result<void> draw(std::span<const PreviewTrack> tracks, Time time, Picture& picture);
    /// Fonts that were asked for and not found, each with what was taken instead, since the last call.
    std::vector<std::string> fontSubstitutions();

private:
    struct State;
    explicit Preview(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace subs::media
