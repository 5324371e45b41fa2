// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>
#include <subs/format/format.h>
#include <subs/model/document.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace subs {

/// What a format does when one of its own files is saved: it appends single things to the file. The
/// saving itself, `patched`, is the same for all formats; libsubs/src/format/README.md tells how it
/// works.
///
/// A format decides what is untouched by reading `original` again and comparing field by field:
/// fields that are equal are copied from it, others are written anew. So an undo that brings a
/// value back brings its bytes back.
class PieceWriter {
public:
    PieceWriter() = default;
    PieceWriter(const PieceWriter&) = delete;
    PieceWriter& operator=(const PieceWriter&) = delete;
    virtual ~PieceWriter() = default;

    /// Appends `cue`, which was read from `original`: its piece, with line ends. Untouched, it must
    /// be `original`.
    virtual Result<void> appendCue(std::string& out, const Cue& cue, std::string_view original) = 0;
    /// Appends `cue`, which is not in the file. `separate` was called before.
    virtual Result<void> appendNewCue(std::string& out, const Cue& cue) = 0;
    /// The same for styles. A format without styles has no pieces of them.
    virtual void appendStyle(std::string& out, const Style& style, std::string_view original);
    virtual void appendNewStyle(std::string& out, const Style& style);
    /// Appends raw piece `index`: as it is, unless the format keeps something of the document in it
    /// (a title).
    virtual void appendRaw(std::string& out, std::size_t index, std::string_view original);
    /// Makes `out` end so that a cue, style or raw piece may begin there. Called before one that
    /// does not follow what it followed in the file. `out` may be empty.
    virtual void separate(std::string& out) = 0;
};

/// Where new things go in a file that has no piece of their kind.
struct NewPlace {
    std::optional<std::size_t> piece;  ///< Before this piece; else at the end of the file.
    std::string intro;                 ///< Written before the first of them: a section's head.
};

struct NewPlaces {
    NewPlace cues;
    NewPlace styles;
};

/// The text of the file that `document` was read from, with everything in it as it is now. Needs an
/// origin. Line ends are those of the origin.
Result<std::string> patched(const Document& document,
                            PieceWriter& writer,
                            const NewPlaces& places = {});

/// True of a document, which has an origin, some of whose cues would come to stand in another
/// section of the file by their order.
bool changesSections(const Document& document);

/// The line end to write `document` with: the one asked for, else that of its origin, else LF.
Newline newlineFor(const Document& document, NewlineChoice choice);

/// True where a line end was asked for that `document` does not have throughout.
bool changesNewlines(const Document& document, NewlineChoice choice);

}  // namespace subs
