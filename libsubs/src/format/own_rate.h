// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include <optional>
#include <string_view>

namespace subs {

/// How many frames a second a file counts by itself.
struct OwnRate {
    FrameRate rate;
    /// Frames that are asked for count in place of those: the file is read by them, and saved.
    bool yields = false;
    bool isOnly = false;  ///< Files of its format have no other.
};

/// A format whose files may count frames of a rate of their own.
class OwnRateReader {
public:
    OwnRateReader() = default;
    OwnRateReader(const OwnRateReader&) = delete;
    OwnRateReader& operator=(const OwnRateReader&) = delete;
    virtual ~OwnRateReader() = default;

    /// That of `text`, a file of the format, where frames of the rate of `asked` are asked for;
    /// nothing where it counts none, or does not say how many a second has. O(n).
    virtual std::optional<OwnRate> ownRateIn(std::string_view text,
                                             const FrameTimeline& asked) const = 0;
};

/// The rate of the file that `document` is saved into as `format`, where `asked` (or null) has
/// another; nothing where they agree, where a new file is written, and as `ownRateIn` says.
std::optional<OwnRate> otherRateOf(const Document& document,
                                   const Format& format,
                                   const FrameTimeline* asked);

/// `options` as they are for saving `document` as `format`: where its file counts frames of another
/// rate, which it goes on counting, without the frames that are asked for.
WriteOptions withOwnRate(const Document& document,
                         const Format& format,
                         const WriteOptions& options);

}  // namespace subs
