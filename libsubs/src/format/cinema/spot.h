// SPDX-License-Identifier: MIT
#pragma once

#include "format/byte_range.h"
#include "format/cinema/dialect.h"
#include "format/cinema/look.h"
#include "format/cinema/placement.h"
#include "format/cinema/time_code.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What a cinema subtitle file is made of, as its XML says it.
namespace subs::cinema {

enum class RunKind : std::uint8_t {
    Words,
    RubyBase,
    RubyText,
    Verbatim,  ///< Space, HGroup, Rotate: an element that shows its words, or a blank, in its way.
};

/// Characters that look the same.
struct Run {
    RunKind kind = RunKind::Words;
    std::size_t begin = 0;  ///< In `Spot::text`.
    std::size_t end = 0;
    ByteRange at;  ///< In the file; of a verbatim run all of the element.
    Look look;
    std::uint32_t ruby = 0;  ///< Which Ruby element it is of.
};

/// A Text element: a line.
struct Line {
    ByteRange tag;
    ByteRange inner;
    Placement placement;
    std::size_t firstRun = 0;
    std::size_t runCount = 0;
};

/// How a text is shown besides what a document says.
struct UnreadLook {
    std::string_view feature;  ///< A name of format/features.h.
    std::string words;         ///< `Text Direction="ttb"`.
};

/// A Subtitle element.
struct Spot {
    ByteRange tag;
    ByteRange inner;
    std::size_t end = 0;  ///< Behind its end tag.
    std::uint32_t line = 0;
    std::string number;
    std::optional<Time> in;
    std::optional<Time> out;
    std::string badIn;   ///< What stands for a time that cannot be read: `TimeIn="0:1"`.
    std::string badOut;  ///< The same.
    std::string badFades;
    Time fadeUp;
    Time fadeDown;
    std::size_t unitDigits = 0;  ///< Of its times as they are typed.
    Look look;                   ///< Of the Font elements around it.
    Anchor anchor = Anchor::Baseline;
    std::vector<Line> lines;
    std::vector<Run> runs;
    std::vector<ByteRange> pictures;  ///< Image elements.
    std::vector<Placement> picturePlaces;
    std::vector<UnreadLook> unreadLooks;  ///< Of each kind the first.
    std::string text;
};

/// What a file says before its list.
struct Reel {
    Dialect dialect = Dialect::Dcdm;
    bool isCinema = false;  ///< Its root element is one of the two.
    Anchor anchor = Anchor::Baseline;
    std::string prefix;  ///< "dcst:" where names have one.
    std::string title;
    std::string language;
    std::string editRate;      ///< As typed.
    std::string timeCodeRate;  ///< As typed.
    std::string startTime;     ///< As typed.
    std::string number;        ///< Which reel of the film it is, as typed.
    std::string annotation;
    std::string displayType;
    std::string strayText;  ///< Beside subtitles; the beginning of it, where it is long.
    Units units;
    bool hasKnownRate = true;  ///< The file says what its units are.
};

}  // namespace subs::cinema
