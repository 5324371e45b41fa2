// SPDX-License-Identifier: MIT
#pragma once

#include "format/time_codes.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// Text and Timing Information blocks, 128 bytes each (EBU Tech 3264, 4.). The text of a subtitle
// goes on from block to block.
namespace subs::stl {

inline constexpr std::size_t kBlockSize = 128;
inline constexpr std::size_t kTextSize = 112;
/// What fills the end of a text.
inline constexpr char kUnused = '\x8F';

/// The Extension Block Number.
namespace extension {
inline constexpr std::uint8_t kLastText = 0xEF;  ///< 00 to EF: the text goes on.
inline constexpr std::uint8_t kUserData = 0xFE;
inline constexpr std::uint8_t kLast = 0xFF;  ///< The last, or only, block of a subtitle.
}  // namespace extension

/// The Comment Flag.
inline constexpr std::uint8_t kIsComment = 1;

/// What stands before the text of a block.
struct BlockHead {
    std::uint8_t group = 0;
    std::uint16_t number = 0;
    std::uint8_t extension = stl::extension::kLast;
    std::uint8_t cumulative = 0;
    TimeCode in{};
    TimeCode out{};
    std::uint8_t row = 0;
    std::uint8_t justification = 0;  ///< 0 as it is, 1 left, 2 centred, 3 right.
    std::uint8_t comment = 0;

    bool isText() const { return extension <= extension::kLastText || isLast(); }
    bool isLast() const { return extension == extension::kLast; }
    friend bool operator==(const BlockHead&, const BlockHead&) = default;
};

BlockHead headOf(std::string_view block);
/// Appends a block of a `text` of `kTextSize` bytes at most.
void appendBlock(std::string& out, const BlockHead& head, std::string_view text);
/// Writes `head` into the block at `begin` of `out`, over what is there; its extension stays.
void setHead(std::string& out, std::size_t begin, const BlockHead& head);

/// One subtitle, over one block or more.
struct Subtitle {
    BlockHead head;         ///< Of its first block.
    std::string text;       ///< Of all blocks, without what fills them up.
    std::size_t begin = 0;  ///< In the file, in bytes.
    std::size_t end = 0;
    bool isFinished = true;  ///< Its last block is there.
};

/// Walks over the blocks of a file.
class BlockWalk {
public:
    /// Starts at byte `begin` of `file`.
    BlockWalk(std::string_view file, std::size_t begin) : file_(file), at_(begin) {}

    enum class Found : std::uint8_t { Subtitle, UserData, Reserved, Rest, End };
    /// What stands next. A `Rest` is the end of a file that is no whole block.
    Found next();
    /// Of the last subtitle.
    const Subtitle& subtitle() const { return subtitle_; }
    std::size_t begin() const { return begin_; }

private:
    void takeSubtitle();

    std::string_view file_;
    std::size_t at_;
    std::size_t begin_ = 0;
    Subtitle subtitle_;
};

/// The blocks of a subtitle that are no text: user data amid it, as they are.
std::string otherBlocksOf(std::string_view blocks);

/// Appends the blocks of a text of any length; false where it is longer than can be.
/// `mayCutBehind` says where a block may end.
template <class MayCutBehind>
bool appendBlocks(std::string& out,
                  const BlockHead& head,
                  std::string_view text,
                  MayCutBehind mayCutBehind) {
    std::vector<std::string_view> parts;
    while (text.size() > kTextSize) {
        std::size_t size = kTextSize;
        while (size > 1 && !mayCutBehind(text.substr(0, size)))
            --size;
        parts.push_back(text.substr(0, size));
        text.remove_prefix(size);
    }
    parts.push_back(text);
    if (parts.size() > std::size_t{extension::kLastText} + 2) return false;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        BlockHead one = head;
        one.extension = i + 1 == parts.size() ? extension::kLast : static_cast<std::uint8_t>(i);
        appendBlock(out, one, parts[i]);
    }
    return true;
}

}  // namespace subs::stl
