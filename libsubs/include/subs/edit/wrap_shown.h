// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>

#include <memory>
#include <optional>

namespace subs {

/// Breaks Khmer lines for drawing that would run over the margins of their cue, and out of the
/// picture. Players break lines at spaces alone, of which Khmer has few; what is drawn here breaks
/// them between words, as `CueWrapper` does. The document stays as it is.
///
/// Keeps fonts and the lexicon open: make one and keep it. One thread at a time.
class ShownWrapper {
public:
    /// `aspect`: the picture's width divided by its height; without one it has the shape of the
    /// document's canvas.
    explicit ShownWrapper(std::optional<double> aspect = {});
    ShownWrapper(ShownWrapper&&) noexcept;
    ShownWrapper& operator=(ShownWrapper&&) noexcept;
    ~ShownWrapper();

    /// The text of `cue`, of `document`, in more lines: none of those that it has is joined with
    /// another. Nothing where all its Khmer lines fit, where none of them can be broken, where
    /// there is no font to measure in, and where the cue says that its lines are never broken (ASS
    /// WrapStyle 2, \q2). Fonts that are not on this machine are measured in those that stand in.
    std::optional<CueText> wrapped(const Document& document, const Cue& cue);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace subs
