// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>

#include "format/cinema/spot_text.h"
#include "format/cinema/style_table.h"
#include "format/cinema/walk.h"
#include "format/xml/xml_pieces.h"

#include <optional>
#include <string_view>
#include <vector>

namespace subs::cinema {

/// A cue as it is read, and of what.
struct ReadCue {
    Cue cue;
    const Spot& spot;
    SpotText text;
};

/// Makes cues of subtitles, and pieces of the file. Reading a file and saving it both begin so.
class CueReader : public SpotVisitor {
public:
    /// `text` is borrowed.
    explicit CueReader(std::string_view text) : text_(text), pieces_(text) {}

    void spot(const Spot& spot, const Reel& reel) final;

    /// The pieces of the file, once it is read.
    std::vector<Piece> takePieces() { return pieces_.take(); }
    std::vector<Style> takeStyles();

private:
    virtual void take(ReadCue read, const Reel& reel) = 0;

    std::string_view text_;
    XmlPieces pieces_;
    std::optional<StyleTable> styles_;
};

}  // namespace subs::cinema
