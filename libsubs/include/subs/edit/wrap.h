// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>
#include <subs/edit/change.h>
#include <subs/text/count.h>
#include <subs/text/measure.h>
#include <subs/text/rebreak.h>
#include <subs/text/segment.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace subs {

/// How the width of a line is told.
enum class WidthMeasure : std::uint8_t {
    Picture,  ///< As drawn, as a share of the picture's width.
    Em,       ///< As drawn, in ems of the font of the cue's style.
    Count,    ///< In units of text.
};

/// How wide a line may be.
struct LineLimit {
    WidthMeasure measure = WidthMeasure::Picture;
    double most = 0.9;
    CountUnit unit = CountUnit::Graphemes;  ///< Where lines are counted.
};

struct WrapOptions {
    LineLimit limit;
    std::size_t mostLines = 2;
    Balance balance = Balance::BottomHeavy;
    ExistingBreaks existing = ExistingBreaks::Rebreak;
    ZwspUse zwsp = ZwspUse::Keep;
    KhmerEngine engine = KhmerEngine::Lexicon;
    Glossary glossary = {};                ///< Names that stay whole.
    std::optional<std::string> font = {};  ///< To measure in, in place of the style's.
    std::optional<double> fontSize = {};   ///< The same, in canvas units as a style's.
    /// The video's width divided by its height, as shown; without one its picture has the shape of
    /// the document's canvas.
    std::optional<double> aspect = {};
};

/// A cue's text in new lines.
struct WrappedText {
    CueText text;
    std::size_t lines = 0;  ///< 0 of a text that is left as it is.
    double width = 0;       ///< Of the widest line, in the limit's measure.
    bool fits = true;       ///< No line is too wide.
    /// Of the fonts that the cue's file or `WrapOptions::font` names, those that it was not
    /// measured in since they are not on this machine.
    std::vector<ReplacedFont> replacedFonts = {};
};

/// Breaks cue texts into lines: as few as fit, at the places that cost least (text/line_break.h),
/// each line measured as libass draws it in the cue's style. Spans, karaoke and opaque tags keep to
/// their characters. Keeps fonts and lexicons open: make one and keep it. One thread at a time.
class CueWrapper {
public:
    explicit CueWrapper(WrapOptions options = {});
    CueWrapper(CueWrapper&&) noexcept;
    CueWrapper& operator=(CueWrapper&&) noexcept;
    ~CueWrapper();

    const WrapOptions& options() const;
    /// Of the cue at place `index` of `document`; comments and drawings stay as they are. Error
    /// "font.none" where there is no font to measure in.
    Result<WrappedText> wrapped(const Document& document, std::size_t index);

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// A cue whose lines are not as they should be, and nothing legal is better.
struct Misfit {
    std::size_t index = 0;  ///< Place in the document.
    std::size_t lines = 0;
    double width = 0;  ///< Of the widest line, in the limit's measure.
    bool fits = true;  ///< False: a line is too wide; true: there are only too many lines.
};

/// A font that is not on this machine, and the first cue that was to be measured in it.
struct StandIn {
    std::size_t index = 0;  ///< Place in the document.
    ReplacedFont font;
};

/// The change that wraps the cues at `indices` (ascending), which of them do not fit, and the fonts
/// that others stood in for, each once. Errors as of `CueWrapper::wrapped`.
struct WrapResult {
    Change change;
    std::vector<Misfit> misfits;
    std::vector<StandIn> standIns = {};
};
Result<WrapResult> withWrapped(const Document& document,
                               std::span<const std::size_t> indices,
                               CueWrapper& wrapper);

}  // namespace subs
