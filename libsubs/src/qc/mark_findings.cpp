// SPDX-License-Identifier: MIT
#include "qc/mark_findings.h"

#include <subs/base/utf8.h>
#include <subs/text/invisibles.h>

#include "qc/wording.h"

#include <fmt/format.h>

#include <algorithm>

namespace subs {
namespace {

/// Where a line of the cue begins in its plain text.
std::uint32_t beginOf(const RuleContext& context, std::size_t line) {
    return static_cast<std::uint32_t>(context.lines[line].data() - context.cue.text.plain.data());
}

std::string messageOf(std::size_t line, std::string_view first, std::size_t count) {
    return fmt::format("line {} has \"{}\"{}", line + 1, shown(first), andMore(count));
}

}  // namespace

std::string shown(std::string_view text) {
    constexpr std::size_t kMost = 60;
    std::string plain = withReplacements(withInvisiblesShown(text.substr(0, kMost)).text);
    std::ranges::replace(plain, '\n', ' ');
    return plain;
}

void addByLine(const RuleContext& context,
               std::span<const MarkPlace> places,
               std::string_view due,
               Violations& violations) {
    const std::string_view plain = context.cue.text.plain;
    auto place = places.begin();
    for (std::size_t line = 0; line < context.lines.size() && place != places.end(); ++line) {
        const std::uint32_t begin = beginOf(context, line);
        const std::size_t end = begin + context.lines[line].size();
        const auto first = place;
        while (place != places.end() && place->begin <= end)
            ++place;
        const auto count = static_cast<std::size_t>(place - first);
        if (count == 0) continue;
        const std::string_view what = plain.substr(first->begin, first->end - first->begin);
        violations.push_back({line,
                              static_cast<double>(count),
                              0,
                              "places",
                              fmt::format("{}; {}", messageOf(line, what, count), due),
                              countCodePoints(plain.substr(begin, first->begin - begin))});
    }
}

}  // namespace subs
