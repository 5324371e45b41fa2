// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

// Boxes, of which an MP4 is made (ISO/IEC 14496-12, 4.2): a size, a type of four letters, a
// content, which may be boxes again. Numbers have their most significant byte first.
namespace subs::media::mp4 {

/// The `size` bytes, at most 8, of `bytes` from `at` on as a number; 0 where they are not there.
std::uint64_t numberAt(std::string_view bytes, std::size_t at, std::size_t size);
/// Appends the `size` low bytes, at most 8, of `value`.
void appendNumber(std::string& out, std::uint64_t value, std::size_t size);

struct BoxHeader {
    std::uint64_t headerSize = 0;
    std::uint64_t size = 0;  ///< Of the whole box, never less than its header.
    std::string_view type;
    bool isOpen = false;  ///< It is said to last to the end of what it is in.
};
/// The largest number that a field of four bytes holds.
inline constexpr std::uint64_t kMostShort = 0xFFFF'FFFF;
/// The longest header.
inline constexpr std::size_t kHeaderSize = 16;

/// The header that `bytes` begin with, of a box in which or before whose end `left` bytes are left
/// to it. False where it is damaged: a size less than the header, or more than `left`.
bool readHeader(std::string_view bytes, std::uint64_t left, BoxHeader& header);

/// A box in the content of another.
struct Box {
    std::string_view type;
    std::string_view content;
    std::size_t begin = 0;  ///< Of the box, in that content.
    std::size_t size = 0;
    std::size_t contentBegin() const { return begin + size - content.size(); }
    std::size_t end() const { return begin + size; }
};

/// Goes over the boxes of a content, not into them.
class BoxReader {
public:
    explicit BoxReader(std::string_view content) : content_(content) {}

    /// False at the end, where less than a header is left, and where one is damaged.
    bool next();
    const Box& box() const { return box_; }
    bool isDamaged() const { return isDamaged_; }

private:
    std::string_view content_;
    std::size_t at_ = 0;
    Box box_;
    bool isDamaged_ = false;
};

std::string box(std::string_view type, std::string_view content);
/// One with a version and flags before its content (4.2).
std::string fullBox(std::string_view type,
                    std::uint8_t version,
                    std::uint32_t flags,
                    std::string_view content);

}  // namespace subs::media::mp4
