// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue_text.h>

#include "format/byte_range.h"

#include <cstdint>
#include <string>

// What a walk over a translation file knows of an element that is open.
namespace subs::translation {

/// What an element is, and with that what may be in it.
enum class Place : std::uint8_t {
    Ignored,
    File,
    Root,    ///< xliff, tmx, file, group, body: units are in it.
    Header,  ///< Of TMX.
    Unit,
    Fields,      ///< Metadata of XLIFF.
    Field,       ///< The value of one.
    Data,        ///< originalData of XLIFF.
    DataOf,      ///< One of it.
    Notes,       ///< Of XLIFF.
    FileNotes,   ///< Of a file or group of XLIFF.
    FileFields,  ///< Metadata of these.
    Note,        ///< The words of one.
    Segment,     ///< A segment of XLIFF, a tuv of TMX.
    Text,        ///< source, target, seg, and codes around words.
    Code,        ///< A code of TMX: its text is the code's value.
};

/// True of elements outside of units that have elements in them alone.
constexpr bool isAroundUnits(Place place) {
    return place == Place::Root || place == Place::Header || place == Place::FileNotes ||
           place == Place::FileFields;
}

/// The same of those of a unit.
constexpr bool isInUnit(Place place) {
    return place == Place::Unit || place == Place::Fields || place == Place::Data ||
           place == Place::Notes || place == Place::Segment;
}

/// What closing an element does.
enum class Ending : std::uint8_t {
    None,
    Unit,
    Field,
    Text,
    Span,  ///< pc
    Break,
    Start,     ///< bpt
    Stop,      ///< ept
    Point,     ///< ph
    Stranger,  ///< A code of another program.
    Character,
    Title,
    Note,
    FileNote,
};

/// An element that is open.
struct Frame {
    Place place = Place::Ignored;
    Ending ending = Ending::None;
    ByteRange tag;
    bool preservesSpace = false;
    bool isForeign = false;  ///< Of metadata: of another program.
    SpanKind kind = SpanKind::Opaque;
    std::string id;
    std::string value;  ///< Text in it, or what its data is.
};

}  // namespace subs::translation
