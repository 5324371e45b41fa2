// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>
#include <subs/time/timecode.h>

#include "format/edges.h"
#include "format/sheet/row.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace subs::sheet {

/// What a cell is to say.
struct NewCell {
    std::size_t column = 0;
    std::string value;
};

/// The row of a cue in its file, and what it says.
struct OwnRow {
    const RowReader& row;
    const Cue& cue;
};

/// Puts cues into the cells of one table.
class CueCells {
public:
    /// All is borrowed.
    CueCells(const Document& document,
             const WriteOptions& options,
             const Layout& layout,
             const Dialect& dialect);

    /// The cells of `cue` that are to say something else than its row in the file; all of them
    /// where `own` is null. What has no cell goes into `losses`, which may be null. Errors: those
    /// of `subs::rounded`.
    Result<std::vector<NewCell>> cells(const Cue& cue, const OwnRow* own, LossReport* losses) const;

private:
    struct Work;
    /// How the time codes of a row count.
    struct Coded {
        FrameRate rate;
        DropFrame drop = DropFrame::No;

        std::string text(Frame frame) const;
    };
    std::optional<Coded> codedIn(const Work& work, Role role) const;
    std::optional<Coded> codedEdge(const Work& work, Edge edge) const;
    bool isMoved(const Work& work,
                 const std::optional<Time>& time,
                 const std::optional<Time>& read,
                 Edge edge) const;
    void reportCode(const Work& work, Edge edge, Time time, const Coded& coded) const;
    void reportCodes(const Work& work) const;
    Result<void> putTimes(Work& work) const;
    Result<void> putEdge(Work& work, Role role, Edge edge, const std::optional<Time>& time) const;
    Result<void> putFrames(Work& work, bool startChanged, bool endChanged) const;
    void putDuration(Work& work, bool changed) const;
    void putLooks(Work& work) const;
    void putTexts(Work& work) const;
    std::string textFor(std::size_t column, const std::vector<LanguagePart>& parts) const;
    void reportLanguages(const Work& work, const std::vector<LanguagePart>& written) const;
    void reportSpans(const Work& work) const;
    void reportTime(const Work& work, Time time, std::int64_t milliseconds) const;
    std::string textCell(std::string_view value) const;
    std::string timeText(const Work& work, std::size_t column, std::int64_t milliseconds) const;

    const Document& document_;
    const WriteOptions& options_;
    const Layout& layout_;
    const Dialect& dialect_;
    EdgeRounder edges_;
    std::vector<std::string> languages_;  ///< Of the columns of texts.
};

}  // namespace subs::sheet
