// SPDX-License-Identifier: MIT
#include "job/tracks/ass_head.h"

#include <subs/text/newline.h>

#include "format/ass/file_state.h"

#include <fmt/format.h>

namespace subs::tracks {
namespace {

using ass::Dialect;
using ass::FileState;
using ass::LineKind;
using ass::Section;

void addMissing(AssHead& head, bool hasSection, bool hasFormat) {
    if (!hasSection) {
        if (!head.before.empty() && !head.before.back().empty()) head.before.emplace_back();
        head.before.emplace_back("[Events]");
    }
    if (!hasFormat)
        head.before.push_back(fmt::format("Format: {}", ass::eventColumns(head.dialect)));
}

}  // namespace

AssHead assHeadOf(std::string_view text) {
    AssHead head;
    FileState state(Dialect::Ass);
    bool hasSection = false;
    bool hasFormat = false;
    bool isBehind = false;
    for (LineReader lines(text); lines.next();) {
        const LineKind kind = state.take(lines.line());
        const bool isEvents = state.section() == Section::Events;
        // A second section of events stays as it is, behind the first.
        if (hasSection && kind == LineKind::Head) isBehind = true;
        const bool isColumns = kind == LineKind::Format && isEvents && !isBehind;
        if (isBehind)
            head.behind.emplace_back(lines.line());
        else if (isColumns && !hasFormat)
            head.before.emplace_back(lines.line());
        else if (hasSection && kind != LineKind::Blank)
            head.comments.emplace_back(lines.line());
        else if (!hasSection)
            head.before.emplace_back(lines.line());
        if (isColumns && !hasFormat) head.layout = state.eventLayout();
        hasFormat = hasFormat || isColumns;
        hasSection = hasSection || (kind == LineKind::Head && isEvents);
    }
    head.dialect = state.dialect();
    if (!hasFormat) head.layout = ass::eventLayout(ass::eventColumns(head.dialect));
    addMissing(head, hasSection, hasFormat);
    return head;
}

}  // namespace subs::tracks
