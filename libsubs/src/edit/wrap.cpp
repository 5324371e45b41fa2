// SPDX-License-Identifier: MIT
#include <subs/edit/edited_text.h>
#include <subs/edit/wrap.h>
#include <subs/text/script.h>

#include "edit/drawn_ruler.h"
#include "model/drawn_lines.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <utility>

namespace subs {
namespace {

/// `cue` with its lines joined as `joined` has them.
Cue withJoined(const Cue& cue, const JoinedLines& joined) {
    std::vector<TextEdit> edits;
    edits.reserve(joined.joins.size());
    for (const JoinedLines::Join& join : joined.joins)
        edits.push_back({static_cast<std::uint32_t>(join.oldBegin),
                         static_cast<std::uint32_t>(join.oldEnd),
                         joined.text.substr(join.begin, join.length)});
    Cue result = cue;
    result.text = replaced(cue.text, edits);
    return result;
}

/// Notes those of `fonts` that no cue before asked for.
void addStandIns(const std::vector<ReplacedFont>& fonts,
                 std::size_t index,
                 std::vector<StandIn>& standIns) {
    for (const ReplacedFont& font : fonts)
        if (std::ranges::none_of(
                standIns, [&font](const StandIn& known) { return known.font.asked == font.asked; }))
            standIns.push_back({index, font});
}

}  // namespace

struct CueWrapper::State {
    explicit State(WrapOptions wrapOptions)
        : options(std::move(wrapOptions)),
          drawn({options.font, options.fontSize, options.aspect}) {}

    WrapOptions options;
    DrawnLines drawn;
    std::map<std::string, LineBreaker, std::less<>> breakers;  ///< By language.

    LineBreaker& breakerFor(const std::string& language) {
        const auto found = breakers.find(language);
        if (found != breakers.end()) return found->second;
        const SegmentOptions words{language, options.engine, options.glossary};
        return breakers.emplace(language, LineBreaker(words)).first->second;
    }

    LineShape shape() const {
        return {options.limit.most, std::max<std::size_t>(options.mostLines, 1), options.balance};
    }

    LineBreaker& breakerOf(const Document& document, const Cue& cue) {
        return breakerFor(document.language.empty() ? languageByScript(cue.text.plain)
                                                    : document.language);
    }

    /// `replaced` gets the fonts that others stand in for.
    Result<Rebroken> rebroken(const Document& document,
                              const Cue& cue,
                              const JoinedLines& joined,
                              std::vector<ReplacedFont>& replaced) {
        LineBreaker& breaker = breakerOf(document, cue);
        if (options.limit.measure == WidthMeasure::Count) {
            CountRuler ruler(joined.text, options.limit.unit);
            return subs::rebroken(cue.text.plain, joined, breaker, ruler, shape(), options.zwsp);
        }
        const Cue measured = withJoined(cue, joined);
        DrawnCue prepared = drawn.prepared(document, measured);
        if (!prepared.canMeasure())
            return failure("font.none", "cannot measure lines: there is no font on this machine");
        replaced = prepared.replacedFonts();
        const DrawnWidth unit = prepared.width(1);
        const double scale = options.limit.measure == WidthMeasure::Em ? unit.em.value : unit.share;
        DrawnRuler ruler(std::move(prepared), scale);
        return subs::rebroken(cue.text.plain, joined, breaker, ruler, shape(), options.zwsp);
    }
};

CueWrapper::CueWrapper(WrapOptions options) : state_(std::make_unique<State>(std::move(options))) {}
CueWrapper::CueWrapper(CueWrapper&&) noexcept = default;
CueWrapper& CueWrapper::operator=(CueWrapper&&) noexcept = default;
CueWrapper::~CueWrapper() = default;

const WrapOptions& CueWrapper::options() const {
    return state_->options;
}

Result<WrappedText> CueWrapper::wrapped(const Document& document, std::size_t index) {
    assert(index < document.cues.size());
    const Cue& cue = document.cues[index];
    if (!isWrappedText(cue) || cue.text.plain.empty()) return WrappedText{cue.text};
    const JoinedLines joined = joinedLines(cue.text.plain, state_->options.existing);
    std::vector<ReplacedFont> fonts;
    auto rebroken = state_->rebroken(document, cue, joined, fonts);
    if (!rebroken) return tl::unexpected(rebroken.error());
    return WrappedText{replaced(cue.text, rebroken->edits),
                       rebroken->lines,
                       rebroken->width,
                       rebroken->fits,
                       std::move(fonts)};
}

Result<WrapResult> withWrapped(const Document& document,
                               std::span<const std::size_t> indices,
                               CueWrapper& wrapper) {
    WrapResult result;
    for (const std::size_t index : indices) {
        auto wrapped = wrapper.wrapped(document, index);
        if (!wrapped) return tl::unexpected(wrapped.error());
        if (!wrapped->fits || wrapped->lines > wrapper.options().mostLines)
            result.misfits.push_back({index, wrapped->lines, wrapped->width, wrapped->fits});
        addStandIns(wrapped->replacedFonts, index, result.standIns);
        if (wrapped->text == document.cues[index].text) continue;
        Cue after = document.cues[index];
        after.text = std::move(wrapped->text);
        result.change.steps.push_back({index, document.cues[index], std::move(after)});
    }
    return result;
}

}  // namespace subs
