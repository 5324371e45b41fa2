// SPDX-License-Identifier: MIT
#pragma once

#include <subs/text/newline.h>

#include "format/vtt/time_line.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace subs::vtt {

/// What a WebVTT file begins with.
inline constexpr std::string_view kSignature = "WEBVTT";

/// A line of the header that begins so says in which language the file is.
inline constexpr std::string_view kLanguageName = "Language:";

/// True of a text that is in WebVTT: the signature, and after it nothing, a blank or a line end.
bool hasSignature(std::string_view text);

enum class BlockKind : std::uint8_t {
    Header,  ///< The line of the signature, and what follows it up to the first blank line.
    Cue,
    BadCue,  ///< Has an arrow, but its times cannot be read.
    Style,
    Region,
    Note,
    Other,  ///< Not understood; players pass over it.
};

/// A part of a file between blank lines, or up to a line of times that follows without one.
struct Block {
    BlockKind kind = BlockKind::Other;
    std::size_t begin = 0;
    std::size_t end = 0;     ///< Behind the line end of its last line.
    std::uint32_t line = 1;  ///< The number of its first line.

    // Of a style or region what is below its first line; of a cue its text, with line ends.
    ByteRange body;
    std::uint32_t bodyLine = 1;

    // Of a cue.
    ByteRange id;  ///< Empty where there is none.
    ByteRange timeLine;
    std::uint32_t timeLineNumber = 1;
    TimeLine times;  ///< Stretches count from the line's beginning.
};

/// Cuts a text that has the signature into its blocks ("collect a WebVTT block", WebVTT §6.1). What
/// is between them are blank lines.
///
///     for (BlockReader blocks(text); blocks.next();) use(blocks.block());
class BlockReader {
public:
    /// What `text` begins with: a header, a block as they stand behind it, or one behind a cue.
    enum class From : std::uint8_t { Header, Body, Cues };

    explicit BlockReader(std::string_view text, From from = From::Header)
        : text_(text),
          lines_(text),
          isFirst_(from == From::Header),
          hasSeenCue_(from == From::Cues) {}

    bool next();
    const Block& block() const { return block_; }
    /// How many lines there were, once there is no block any more.
    std::uint32_t lineCount() const { return lines_.number(); }

private:
    bool step();
    void take();
    void takeHeader();
    void takeTimes();
    void takeLine();
    void finish();

    std::string_view text_;
    LineReader lines_;
    bool isAhead_ = false;  ///< The current line belongs to the next block.
    bool isFirst_;          ///< The header is still to come.
    bool hasSeenCue_;       ///< Styles and regions stand before it only.
    bool hasArrow_ = false;
    std::uint32_t count_ = 0;  ///< Of the lines of the block so far.
    Block block_;
};

/// The block of the cue that the piece `piece` of a file holds, with stretches that count from the
/// beginning of it; nothing where it holds none.
std::optional<Block> cueBlockOf(std::string_view piece);

/// Where the last block of `text` begins that stands behind a blank line; 0 where there is none.
/// Whatever stands before it, a block begins there (WebVTT §6.1).
std::size_t lastBlockBegin(std::string_view text);

}  // namespace subs::vtt
