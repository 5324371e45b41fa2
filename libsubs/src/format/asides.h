// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/origin.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace subs {

/// What a stretch of a file that is no cue is to a person.
enum class AsideKind : std::uint8_t {
    Frame,       ///< What the format needs around its cues, such as a header.
    Note,        ///< Written for those who open the file.
    StyleSheet,  ///< How cues are drawn, in the terms of the format.
    Attachment,  ///< A font or a picture.
    Metadata,    ///< Said of the file in a field of the format: its author, whom it belongs to.
    Column,      ///< Cells that no cue has a word for, by the name above them.
    Stray,       ///< Not understood: damage, or something of another program.
};

/// Something in a file that is no cue.
struct Aside {
    AsideKind kind = AsideKind::Stray;
    /// A line that shows what it is, of `Origin::text`; of bytes that are no text a name for it.
    std::string_view text;
    std::size_t count = 1;  ///< How many there are: of a column its cells that say something.
};

/// A format that tells what the raw pieces and sections of its files hold.
class AsideReader {
public:
    AsideReader() = default;
    AsideReader(const AsideReader&) = delete;
    AsideReader& operator=(const AsideReader&) = delete;
    virtual ~AsideReader() = default;

    /// Of all of `origin`, in its order. O(n).
    virtual std::vector<Aside> asidesIn(const Origin& origin) const = 0;
};

/// True of a piece that is no cue, no style and not blank space between them.
bool isAside(PieceKind kind);

/// Those of `origin` by the rule that holds where a format does not tell: a section is a frame, a
/// raw piece was not understood where it has a letter or digit, and is nothing where it has none.
std::vector<Aside> usualAsides(const Origin& origin);

/// Those of `origin` whose format has one thing a line: `kindOf` tells of each line that is not
/// blank, without the blanks around it. The frame lines of one piece are one frame.
std::vector<Aside> asidesByLine(const Origin& origin,
                                const std::function<AsideKind(std::string_view line)>& kindOf);

/// True of a text with a letter or digit: what has none says nothing to a person.
bool hasWords(std::string_view text);

/// The first line of `text` that is not blank, without blanks around it.
std::string_view firstLine(std::string_view text);

}  // namespace subs
