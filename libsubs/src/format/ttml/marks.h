// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/loss_report.h>
#include <subs/model/document.h>

#include "format/ttml/names.h"
#include "format/ttml/rules.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace subs::ttml {

/// What a text is written for.
struct MarkContext {
    const DialectRules& rules;
    const Names& names;
    /// The xml:id of a speaker in the file's head; nothing where there can be none.
    std::function<std::optional<std::string>(std::string_view speaker)> agentOf = {};
    /// The size of letters around the text, in the unit of the document.
    double size = 1;
    /// Sizes of spans are in that unit; else as font_sizes.h has them.
    bool hasCanvas = true;
    Time start;  ///< Of the cue.
    LossReport* losses = nullptr;
};

/// Appends the text of `cue` as the content of its paragraph: spans for what it is marked with,
/// `br` for line breaks. What the dialect has no word for is lost and told.
void appendContent(std::string& out, const Cue& cue, const MarkContext& context);

/// The size that a span of `FontSize` says, in the unit of `context.size`; nothing where it is
/// none.
std::optional<double> sizeOf(const Span& span, const MarkContext& context);

/// True of a text with white space that xml:space="default" would take away.
bool needsPreserve(std::string_view plain);

/// A share of a size as a percentage without an exponent (TTML2 §10.3.17, `percentage`).
std::string percentText(double share);
/// The name of a font in quotes, as a `fontFamily` has it.
std::string quotedFamily(std::string_view name);
/// The tag of a line break.
std::string breakTag(const Names& names);

}  // namespace subs::ttml
