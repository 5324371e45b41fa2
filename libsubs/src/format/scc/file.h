// SPDX-License-Identifier: MIT
#pragma once

#include "format/scc/decoder.h"
#include "format/scc/line.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace subs::scc {

/// One line of a file; a long file has many.
struct FileLine {
    std::size_t begin = 0;
    std::int64_t frame = 0;   ///< At which its first pair is sent.
    std::int64_t behind = 0;  ///< The first one behind its pairs.
    int shows = 0;  ///< How many times it shows what is loaded, each command counted once.
    int erases = 0;
    enum class Kind : std::uint8_t { Blank, Signature, Data, Stray } kind = Kind::Blank;
    DropFrame drop = DropFrame::No;
    bool isRegular = true;  ///< There is such a time code.
    bool hasBadWords = false;
    bool hasBadParity = false;
    bool hasLetters = false;
};

/// A file as a decoder takes it.
struct SccFile {
    std::vector<FileLine> lines;
    std::vector<Caption> captions;  ///< In the order of time.
    Oddities oddities;
    bool hasUnseen = false;  ///< What is loaded last is never shown.
    DropFrame drop = DropFrame::Yes;
    bool isSecondChannel = false;  ///< Its captions are those of the second channel.
    /// Each caption has one line of its own that loads and shows it, and one that erases it where
    /// the next caption's does not, and there is nothing else: it can be edited by itself, in the
    /// first channel, which is the one that is written.
    bool isSimple = false;
};

/// A line as it is counted for people.
constexpr std::uint32_t numberOf(std::size_t line) {
    return static_cast<std::uint32_t>(line + 1);
}

/// O(n).
SccFile fileOf(std::string_view text);

/// The lines of a caption of a simple file: the first, and the one behind the last.
struct CaptionLines {
    std::size_t first = 0;
    std::size_t behind = 0;
};
CaptionLines linesOf(const Caption& caption, const SccFile& file);

/// True of a caption of a simple file that is taken off by the line of the next.
bool isErasedByNext(const Caption& caption, const SccFile& file);

}  // namespace subs::scc
