// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>
#include <subs/format/loss_report.h>
#include <subs/model/document.h>

#include "format/asides.h"
#include "format/byte_range.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// What the small formats have in common: a file is cues, each of a line or a few, blank lines, and
// lines that are neither. Times stand in units of a clock or in frames.
namespace subs::lines {

/// Where the parts of a cue stand in a text that begins with it.
struct CueLayout {
    std::size_t size = 0;  ///< Of its piece of the file, with its line ends.
    ByteRange startAt;
    Time start;
    ByteRange endAt;  ///< Where an end stands or would stand.
    /// The time alone of an end that has a line of its own; empty where there is none.
    ByteRange endTimeAt;
    std::optional<Time> end;
    /// Without the line end after it. Behind the piece where the cue shares the text of the next.
    ByteRange body;

    bool sharesBody() const { return body.begin >= size && size > 0 && body.end > size; }
};

/// What is said of a cue while it is read: habits of whole files, said once. Both live as long as
/// the program.
struct CueRemark {
    std::string_view code;
    std::string_view message;
};

/// Where the end of a cue is written.
enum class Ends : std::uint8_t {
    BesideStart,
    InLineOfTheirOwn,  ///< A line of a time and no text ends the cue before it.
};

/// A cue as it is to be written.
struct NewCue {
    std::int64_t start = 0;
    std::optional<std::int64_t> end;
    std::string_view body;
    std::string_view newline;
};

/// What is told of the text of a cue that is put into a format's words.
struct BodyContext {
    const Document& document;
    const Cue& cue;
    std::string_view newline;
    LossReport* losses = nullptr;  ///< May be null.
    const Style* style = nullptr;  ///< That the cue is shown in; may be null.

    void lose(std::string_view feature,
              LossSeverity severity,
              std::string_view before,
              std::string_view after = {}) const {
        if (losses) losses->add(feature, severity, cue.id, before, after);
    }
};

/// How one format is spelt, in one file: what its header says of the times is known.
class CueSyntax {
public:
    explicit CueSyntax(const FormatInfo& info) : info_(info) {}
    CueSyntax(const CueSyntax&) = delete;
    CueSyntax& operator=(const CueSyntax&) = delete;
    virtual ~CueSyntax() = default;

    const FormatInfo& info() const { return info_; }
    virtual Ends ends() const { return Ends::BesideStart; }
    /// True where the text stands below the times and not beside them.
    virtual bool hasTextBelow() const { return false; }

    /// The cue that begins where `text` does, at the beginning of a line; nothing where none does.
    virtual std::optional<CueLayout> cueAt(std::string_view text) const = 0;
    /// What the text of a cue says.
    virtual CueText textOf(std::string_view body) const = 0;
    /// Appends what `textOf` reads as the text of the cue, without a line end after it.
    virtual void appendBody(std::string& out, const BodyContext& context) const = 0;
    /// True of a line that is no cue and belongs to the format: of a header.
    virtual bool isKnown(std::string_view line) const { return line.empty(); }
    /// What a line is to a person that `isKnown`.
    virtual AsideKind kindOfKnown(std::string_view) const { return AsideKind::Frame; }
    /// Why a line is no cue that was meant to be one, and is neither `isKnown`; without it the line
    /// is text without times.
    virtual std::optional<CueRemark> remarkOnStray(std::string_view) const { return std::nullopt; }
    /// What is odd about `piece`, that of a cue.
    virtual std::optional<CueRemark> remarkOn(std::string_view, const CueLayout&) const {
        return std::nullopt;
    }
    /// Adds what `piece`, that of `cue` as it was read, says and no document has a word for.
    virtual void addUnread(std::string_view, const CueLayout&, CueId, LossReport&) const {}
    /// What the header of `file` says that its title is; a view of it, or empty.
    virtual std::string_view titleIn(std::string_view) const { return {}; }

    /// `time` in the file's units. Errors: those of `subs::rounded`, and "time.no-timeline".
    virtual Result<std::int64_t> unitsOf(Time time, Edge edge, const WriteOptions& options) const;
    virtual Time timeOf(std::int64_t units, Edge edge) const;
    /// Appends a time as it stands beside others.
    virtual void appendTime(std::string& out, std::int64_t units) const = 0;
    /// The sign that stands behind a time in a line of its own.
    virtual std::string_view behindTime() const { return {}; }
    virtual void appendCue(std::string& out, const NewCue& cue) const = 0;
    /// What a new file begins with.
    virtual std::string head(std::string_view) const { return {}; }
    /// What stands between two cues.
    virtual std::string_view gap(std::string_view) const { return {}; }

private:
    const FormatInfo& info_;
};

}  // namespace subs::lines
