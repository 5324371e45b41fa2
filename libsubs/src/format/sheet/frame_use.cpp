// SPDX-License-Identifier: MIT
#include "format/sheet/frame_use.h"

#include <subs/text/newline.h>

#include "format/sheet/cells.h"
#include "format/sheet/times.h"

#include <optional>
#include <string>

namespace subs::sheet {
namespace {

/// Asks the rows of one table.
class FrameCells {
public:
    explicit FrameCells(const Layout& layout) : columns_(layout.columns) {}

    /// Frames are read where there is no time, as the reader does.
    bool areCounted(const RowReader& row) const {
        const bool hasStart = has(row, Role::Start);
        const bool hasEnd = has(row, Role::End) || has(row, Role::Duration);
        return (!hasStart && has(row, Role::StartFrame)) || (!hasEnd && has(row, Role::EndFrame)) ||
               isTimeCode(row, Role::Start) || isTimeCode(row, Role::End) ||
               isTimeCode(row, Role::Duration);
    }

private:
    std::string value(const RowReader& row, Role role) const {
        const auto column = columns_.find(role);
        const std::string cell = column ? row.value(*column) : std::string();
        return std::string(unguarded(cell));
    }

    bool has(const RowReader& row, Role role) const { return !isBlank(value(row, role)); }

    /// Such a cell means nothing without a rate.
    bool isTimeCode(const RowReader& row, Role role) const {
        const std::string cell = value(row, role);
        return !timeIn(cell, TimeUnit::Clock, std::nullopt) &&
               timeIn(cell, TimeUnit::Clock, FrameRate());
    }

    const Columns& columns_;
};

}  // namespace

FrameUse frameUseIn(std::string_view text, const Layout& layout) {
    const FrameCells cells(layout);
    for (RowReader rows(text, layout.separator, layout.cuesFrom); rows.next();)
        if (cells.areCounted(rows)) return FrameUse::Counted;
    const bool hasFrames =
        layout.columns.has(Role::StartFrame) || layout.columns.has(Role::EndFrame);
    return hasFrames ? FrameUse::Beside : FrameUse::None;
}

std::optional<FrameRate> rateBeside(std::string_view text, const Layout& layout, FrameRate rate) {
    const auto column = layout.columns.find(Role::Rate);
    if (!column) return std::nullopt;
    for (RowReader rows(text, layout.separator, layout.cuesFrom); rows.next();) {
        const auto own = parseFrameRate(rows.value(*column));
        if (own && *own != rate) return *own;
    }
    return std::nullopt;
}

}  // namespace subs::sheet
