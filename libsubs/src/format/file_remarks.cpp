// SPDX-License-Identifier: MIT
#include "format/file_remarks.h"

#include <subs/base/utf8.h>

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace subs {

void FileRemarks::add(Severity severity,
                      std::uint32_t line,
                      std::size_t column,
                      std::string_view code,
                      std::string message) {
    diagnostics_.push_back({severity,
                            line == 0 ? 0 : linesBefore_ + line,
                            static_cast<std::uint32_t>(column),
                            std::string(code),
                            std::move(message)});
}

void FileRemarks::addHabit(Severity severity,
                           std::uint32_t line,
                           std::size_t column,
                           std::string_view code,
                           std::string_view message,
                           std::string_view detail) {
    const auto known = std::ranges::find(habits_, code, &Repeated::code);
    if (known != habits_.end()) {
        ++known->more;
        return;
    }
    habits_.push_back({code, diagnostics_.size(), 0});
    std::string said(message);
    if (!detail.empty()) said += fmt::format(": {}", detail);
    add(severity, line, column, code, std::move(said));
}

Diagnostics FileRemarks::take() {
    for (const Repeated& habit : habits_) {
        if (habit.more == 0) continue;
        diagnostics_[habit.index].message +=
            fmt::format(" (and in {} more {})", habit.more, habit.more == 1 ? "place" : "places");
    }
    std::ranges::stable_sort(diagnostics_, [](const Diagnostic& a, const Diagnostic& b) {
        return a.line != b.line ? a.line < b.line : a.column < b.column;
    });
    habits_.clear();
    return std::exchange(diagnostics_, {});
}

std::string shownBeginning(std::string_view text) {
    constexpr std::size_t kMost = 60;
    const bool all = text.size() <= kMost;
    std::size_t end = all ? text.size() : kMost;
    while (!all && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    return withReplacements(text.substr(0, end)) + (all ? "" : "…");
}

}  // namespace subs
