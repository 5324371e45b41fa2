// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace subs {

/// The bytes [begin, end) of a text become `replacement`.
struct TextEdit {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::string replacement;

    friend bool operator==(const TextEdit&, const TextEdit&) = default;
};

/// `text` with `edits` done, which are ascending and do not overlap.
std::string withEdits(std::string_view text, std::span<const TextEdit> edits);

/// To which end of an edit goes what stood inside of it.
enum class EditSide : std::uint8_t { Begin, End };

/// Where the bytes of a text are after edits, and where they were before. O(log n) a question.
class OffsetMap {
public:
    OffsetMap() = default;
    /// Ascending edits that do not overlap.
    explicit OffsetMap(std::span<const TextEdit> edits);

    /// Where the old offset `old` is now. What stood inside of an edit goes to an end of what took
    /// its place. Ascending offsets stay ascending.
    std::size_t after(std::size_t old, EditSide inside = EditSide::End) const;

    /// Where the end `old` of a stretch is now that takes in nothing new: before what was put in
    /// there, and before the edit that it stood inside of.
    std::size_t endAfter(std::size_t old) const;

    /// Where the new offset `now` was. Asked for the `Begin` of a stretch it is behind what was
    /// taken out there, asked for the `End` before it.
    std::size_t before(std::size_t now, EditSide of) const;

private:
    struct Step {
        std::size_t oldBegin;
        std::size_t oldEnd;
        std::size_t newBegin;
        std::size_t newEnd;
    };

    std::vector<Step> steps_;
};

}  // namespace subs
