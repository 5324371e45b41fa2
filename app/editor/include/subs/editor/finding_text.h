// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/qc/check.h>

#include <QtCore/QString>

namespace subs::editor {

/// The name of a rule as a person reads it over a finding: "Reading speed".
QString ruleName(const std::string& rule);

/// "23.98 ch/s", "584 ms": what was measured, in the rule's unit.
QString measuredText(const Finding& finding);

/// "≤ 20 ch/s", "≥ 833.33 ms".
QString limitText(const Finding& finding);

/// What a finding is about: the line or the text of its cue, or between two cues the sentence.
QString placeText(const Finding& finding, const Cue& cue);

}  // namespace subs::editor
