// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/diagnostic.h>
#include <subs/base/result.h>
#include <subs/edit/wrap.h>
#include <subs/format/loss_report.h>
#include <subs/model/document.h>

#include <cstddef>
#include <string>
#include <vector>

namespace subs {

/// A document whose cue texts were broken into lines anew.
struct WrappedDocument {
    Document document;
    std::size_t changed = 0;  ///< Cues.
    std::vector<Misfit> misfits;
    std::vector<StandIn> standIns;
    LossReport losses;  ///< U+200B that was stripped.
};

/// All cues of `document`. Error "font.none".
Result<WrappedDocument> wrappedDocument(const Document& document, const WrapOptions& options);

/// "left as 2 lines, the widest of which takes 93.4 % of the picture's width; 90 % are allowed":
/// what became of a misfit, and what is wrong with it.
std::string misfitText(const Misfit& misfit, const WrapOptions& options);

/// One remark for each font that another stands in for and for each misfit, with the line of the
/// file `read` at which its cue begins.
void remarkWrapped(const WrappedDocument& wrapped,
                   const Document& read,
                   const WrapOptions& options,
                   Diagnostics& diagnostics);

}  // namespace subs
