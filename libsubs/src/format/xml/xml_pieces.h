// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/origin.h>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace subs {

/// Makes the pieces of an XML file of the elements that are cues, from its front to its end: white
/// space behind a cue goes with it, what else is between two is raw, and a section where it has
/// tags: what is in one element stays there.
class XmlPieces {
public:
    /// `text` is borrowed.
    explicit XmlPieces(std::string_view text) : text_(text) {}

    /// True of an element that is not empty and not within one that is a cue already.
    bool takes(std::size_t begin, std::size_t end) const { return begin >= done_ && begin < end; }
    /// Makes [begin, end) the piece of a cue, and answers which. `takes` it.
    std::uint32_t addCue(std::size_t begin, std::size_t end);
    /// All of the file. To be called once, last.
    std::vector<Piece> take();

private:
    void add(std::size_t begin, std::size_t end, PieceKind kind);
    void addGap(std::size_t end);

    std::string_view text_;
    std::vector<Piece> pieces_;
    std::size_t done_ = 0;
    bool isBehindCue_ = false;
};

}  // namespace subs
