// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/diagnostic.h>
#include <subs/format/loss_report.h>
#include <subs/model/document.h>
#include <subs/time/time.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// A long file converted a part at a time: its text, its cues and what is written are never in
// memory as a whole, which takes most of the time that a conversion takes. Reading or writing a
// whole document is the same work with one part.
namespace subs {

enum class PartPlace : std::uint8_t {
    Middle,  ///< More of the file follows.
    Last,
};

/// A part of a document as it is written.
struct DocumentPart {
    const Document& document;
    PartPlace place = PartPlace::Last;
    /// When the first cue behind the part begins, as far as that is known: a cue without an end may
    /// last until then.
    std::optional<Time> next = {};
};

/// Reads the parts of one file, first to last.
class PartReader {
public:
    PartReader() = default;
    PartReader(const PartReader&) = delete;
    PartReader& operator=(const PartReader&) = delete;
    virtual ~PartReader() = default;

    /// How many bytes of `text`, which begins where a part begins, may be the next part: up to the
    /// last place where a cue begins beyond doubt. 0 where there is none. May be asked while
    /// another thread is in `read`.
    virtual std::size_t partSize(std::string_view text) const = 0;
    /// When the first cue of `text` begins, which begins where `partSize` cut; nothing where that
    /// is not asked of the format's cues. May be asked while another thread is in `read`.
    virtual std::optional<Time> firstStart(std::string_view text) const;
    /// Reads `origin.text`, fills its pieces, and puts its cues into `document` in place of those
    /// that it has, using their storage again. Ids, styles and the like go on from part to part.
    /// False where the cut behind the part parts what is one: the file is then to be read whole.
    virtual bool read(Origin& origin, PartPlace place, Document& document) = 0;
    /// How many lines the parts so far had.
    virtual std::uint32_t linesRead() const = 0;
    /// The remarks about all parts, in the order of their lines.
    virtual Diagnostics takeDiagnostics() = 0;
};

/// Writes a new file from the parts of a document.
class PartWriter {
public:
    PartWriter() = default;
    PartWriter(const PartWriter&) = delete;
    PartWriter& operator=(const PartWriter&) = delete;
    virtual ~PartWriter() = default;

    /// Appends the beginning of the file, for a document of which `first` is the first part, and
    /// adds what is lost of the document. False where it cannot be written in parts.
    virtual bool begin(std::string& out, const Document& first, LossReport& losses) = 0;
    /// Appends the cues of `part`, and adds what is lost of them. False where they need what other
    /// parts hold (a style at the beginning, an unknown next cue): the file is then to be written
    /// whole.
    virtual bool append(std::string& out, const DocumentPart& part, LossReport& losses) = 0;
};

}  // namespace subs
