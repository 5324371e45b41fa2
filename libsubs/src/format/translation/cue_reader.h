// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>

#include "format/translation/walk.h"
#include "format/xml/xml_pieces.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace subs::translation {

/// A cue as it is read, and of what.
struct ReadCue {
    Cue cue;
    const Unit& unit;
    bool hasTimes = false;
    bool isStartRead = false;         ///< The start that counts can be read.
    bool isTranslated = true;         ///< False where it has the source's text for want of its own.
    bool isPartlyTranslated = false;  ///< Some segments have the source's text.
    std::size_t badFields = 0;
};

/// The text of `unit` that is its cue's: that of the side which is read, else the source's.
const UnitText& textOf(const Unit& unit, const TranslationFile& file);

/// Makes cues of units, and pieces of the file. Reading a file and saving it both begin so.
class CueReader : public UnitVisitor {
public:
    /// `text` is borrowed.
    explicit CueReader(std::string_view text) : pieces_(text) {}

    void unit(const Unit& unit, const TranslationFile& file) final;

    /// The pieces of the file, once it is read.
    std::vector<Piece> takePieces() { return pieces_.take(); }

private:
    virtual void take(ReadCue read, const TranslationFile& file) = 0;

    XmlPieces pieces_;
};

}  // namespace subs::translation
