// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue.h>
#include <subs/model/origin.h>
#include <subs/model/style.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace subs {

enum class WrapStyle : std::uint8_t { Smart = 0, EndOfLine = 1, None = 2, SmartLowerWider = 3 };

/// The grid that positions and sizes are measured in.
struct Canvas {
    std::int32_t width = 1920;
    std::int32_t height = 1080;
    WrapStyle wrap = WrapStyle::Smart;
    bool scaledBorder = true;  ///< Outline and shadow grow with the video.

    friend bool operator==(const Canvas&, const Canvas&) = default;
};

/// A subtitle file as plain values: what every format is read into and written from. Copying it
/// shares the origin.
struct Document {
    std::string format = "srt";  ///< Id of the format that it was read from (format/registry.h).
    std::string language;        ///< BCP 47, or empty: not known. See text/script.h for a guess.
    std::string title;
    std::optional<Canvas> canvas;  ///< Absent where the format has none.
    /// What has no end is shown until what is around it is over (TTML); elsewhere until the next
    /// cue begins.
    bool hasOpenEnds = false;
    std::vector<Style>
        styles;             ///< In file order; two of one name are both kept, the last one counts.
    std::vector<Cue> cues;  ///< In file order, which need not be the order of time.
    std::shared_ptr<const Origin> origin;  ///< Null for a document that was not read from a file.
    std::uint32_t lastId = 0;              ///< The highest id given so far.

    /// An id that no cue of this document has had.
    CueId newId() { return CueId{++lastId}; }
};

/// The place of a cue in `document.cues`, or nothing. O(n).
std::optional<std::size_t> indexOf(const Document& document, CueId id);

/// The style that `cue` is shown in: the last of its name, else the last named "Default", else
/// null.
const Style* styleOf(const Document& document, const Cue& cue);

/// `document` without its ties to the file it was read from: no origin, no pieces.
Document detached(Document document);

}  // namespace subs
