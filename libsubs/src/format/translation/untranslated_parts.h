// SPDX-License-Identifier: MIT
#pragma once

#include "format/translation/text_sink.h"
#include "format/translation/unit.h"

#include <cstddef>
#include <vector>

namespace subs::translation {

/// Parts of a unit of XLIFF (`segment`, `ignorable`) that have a source and no target, until its
/// target has their words.
class UntranslatedParts {
public:
    void clear() { parts_.clear(); }
    /// The source of part `place` of the unit begins, where its text is `textBegin` bytes long.
    void begin(std::size_t place, bool isIgnorable, std::size_t textBegin);
    void end(std::size_t textEnd);
    /// Part `place` has a target of its own.
    void drop(std::size_t place);

    /// What was gathered goes into `target`, which `sink` makes, before a part that begins and is
    /// counted. What stands between two segments is in both texts: a blank as a rule. What is
    /// before all is in neither.
    void putBefore(UnitText& target, const UnitText& source, TextSink& sink);
    /// The same at the end of a unit; what is behind the last segment is in neither.
    void finish(UnitText& target, const UnitText& source, TextSink& sink);

private:
    /// `begun`: how many parts of the target are counted of which nothing is there.
    void put(UnitText& target, const UnitText& source, TextSink& sink, std::size_t begun);

    struct SourcePart {
        std::size_t place = 0;
        bool isIgnorable = false;
        ByteRange text;  ///< Of the source.
    };

    std::vector<SourcePart> parts_;
};

}  // namespace subs::translation
