// SPDX-License-Identifier: MIT
#include "format/sheet/reader.h"

#include <subs/format/features.h>
#include <subs/text/newline.h>

#include "format/file_remarks.h"
#include "format/sheet/reader_remarks.h"
#include "format/sheet/row.h"
#include "format/sheet/times.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

namespace subs::sheet {
namespace {

/// The language of a file all of whose texts are in one column of a language.
std::string languageOf(const Columns& columns) {
    const bool isOne = columns.texts().size() == 1;
    return isOne ? columns.all()[columns.texts()[0]].language : std::string();
}

class Reader {
public:
    Reader(Origin& origin, const Dialect& dialect, const ReadOptions& options)
        : origin_(origin), dialect_(dialect), options_(options), remarks_(dialect) {}

    void read(Document& document) {
        const std::string_view text = origin_.text;
        document.language = options_.language;
        if (text.empty()) return;
        const auto layout = layoutOf(text, dialect_);
        if (!layout) {
            origin_.pieces.push_back({0, PieceKind::Section});
            return remarks_.noColumns();
        }
        if (document.language.empty()) document.language = languageOf(layout->columns);
        if (layout->cuesFrom > 0) origin_.pieces.push_back({0, PieceKind::Section});
        const CueRows cues(*layout, dialect_, options_.timeline);
        for (RowReader rows(text, layout->separator); rows.next();) {
            if (rows.begin() < layout->cuesFrom) {
                if (layout->isNamed && rows.begin() == layout->namesAt)
                    remarks_.columns(rows, layout->columns);
            } else {
                takeRow(rows, cues, document);
            }
        }
        if (!layout->isNamed) remarks_.noNames();
        if (document.cues.empty()) remarks_.noCues();
    }

    Diagnostics takeDiagnostics() { return remarks_.take(); }
    LossReport takeUnread() { return std::move(unread_); }

private:
    void takeRow(const RowReader& row, const CueRows& cues, Document& document) {
        RowCue read = row.isBlank(dialect_.cuesFrom()) ? RowCue() : cues.read(row);
        remarks_.row(row, read);
        if (!read.cue) {
            const bool joins =
                !origin_.pieces.empty() && origin_.pieces.back().kind == PieceKind::Raw;
            if (!joins)
                origin_.pieces.push_back({static_cast<std::uint32_t>(row.begin()), PieceKind::Raw});
            return;
        }
        Cue& cue = document.cues.emplace_back(*std::move(read.cue));
        cue.id = document.newId();
        for (const BadCell& cell : read.bad)
            unread_.add(feature::kUnread, LossSeverity::Dropped, cue.id, shownCell(cell), {});
        cue.piece.index = static_cast<std::uint32_t>(origin_.pieces.size());
        origin_.pieces.push_back({static_cast<std::uint32_t>(row.begin()), PieceKind::Cue});
    }

    Origin& origin_;
    const Dialect& dialect_;
    const ReadOptions& options_;
    TableRemarks remarks_;
    LossReport unread_;
};

/// Of rows that are cues, whatever frames are.
std::size_t countOf(std::string_view text, const Layout& layout, const Dialect& dialect) {
    const FrameTimeline any = FrameTimeline::constant(FrameRate());
    const CueRows cues(layout, dialect, &any);
    std::size_t count = 0;
    for (RowReader rows(text, layout.separator, layout.cuesFrom); rows.next();)
        if (cues.read(rows).cue) ++count;
    return count;
}

}  // namespace

Parsed parsed(Origin origin, const Dialect& dialect, const ReadOptions& options) {
    auto kept = std::make_shared<Origin>(std::move(origin));
    Parsed result;
    result.document.format = dialect.id;
    Reader reader(*kept, dialect, options);
    reader.read(result.document);
    result.document.origin = std::move(kept);
    result.diagnostics = reader.takeDiagnostics();
    result.unread = reader.takeUnread();
    return result;
}

std::size_t cuesIn(std::string_view text, const Dialect& dialect) {
    const auto layout = layoutOf(text, dialect);
    return layout ? countOf(text, *layout, dialect) : 0;
}

Probe probed(std::string_view text, const Dialect& dialect) {
    constexpr int kCertain = 90;
    constexpr int kByContent = 60;
    constexpr int kUnlikely = 30;
    text = text.substr(0, kProbedCues);
    const auto layout = layoutOf(text, dialect);
    if (!layout) return {};
    Probe probe;
    probe.cues = countOf(text, *layout, dialect);
    if (!layout->isNamed) {
        probe.score = kByContent;
        probe.reason = "rows of two times and a text";
        return probe;
    }
    probe.score = layout->isFirstRow ? kCertain : kUnlikely;
    probe.reason = "a row with the names of columns, for times and texts among them";
    probe.begin = layout->namesAt;
    return probe;
}

}  // namespace subs::sheet
