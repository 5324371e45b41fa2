// SPDX-License-Identifier: MIT
#include <subs/edit/edited_text.h>
#include <subs/edit/wrap_shown.h>
#include <subs/text/rebreak.h>
#include <subs/text/script.h>

#include "edit/drawn_ruler.h"
#include "model/drawn_lines.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace subs {
namespace {

/// More than a picture has room for.
constexpr std::size_t kMostLines = 32;

/// Whether a Khmer line of `text` is wider than `room`.
bool runsOver(std::string_view text, const DrawnCue& drawn, double room) {
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        if (hasKhmer(text.substr(from, end - from)) && drawn.extent(from, end) > room) return true;
        from = end + 1;
    }
    return false;
}

}  // namespace

struct ShownWrapper::State {
    explicit State(std::optional<double> aspect) : lines({{}, {}, aspect}) {}

    DrawnLines lines;
    LineBreaker breaker{"km"};
};

ShownWrapper::ShownWrapper(std::optional<double> aspect)
    : state_(std::make_unique<State>(aspect)) {}
ShownWrapper::ShownWrapper(ShownWrapper&&) noexcept = default;
ShownWrapper& ShownWrapper::operator=(ShownWrapper&&) noexcept = default;
ShownWrapper::~ShownWrapper() = default;

std::optional<CueText> ShownWrapper::wrapped(const Document& document, const Cue& cue) {
    const std::string& text = cue.text.plain;
    if (!isWrappedText(cue) || !hasKhmer(text)) return std::nullopt;
    DrawnCue drawn = state_->lines.prepared(document, cue);
    const Placement& placement = drawn.placement();
    const double room = placement.width - placement.margins.left - placement.margins.right;
    if (!placement.breaksAtSpaces || room <= 0 || !drawn.canMeasure()) return std::nullopt;
    if (!runsOver(text, drawn, room)) return std::nullopt;
    DrawnRuler ruler(std::move(drawn), 1);
    const Rebroken rebroken = subs::rebroken(text,
                                             joinedLines(text, ExistingBreaks::Keep),
                                             state_->breaker,
                                             ruler,
                                             {room, kMostLines, Balance::BottomHeavy});
    if (rebroken.edits.empty()) return std::nullopt;
    return replaced(cue.text, rebroken.edits);
}

}  // namespace subs
