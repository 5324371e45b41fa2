// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>
#include <subs/model/document.h>

namespace subs {

/// True where `format` has styles that its files name, so that a name says which style it is.
bool namesStyles(const Format& format);

/// Where names of styles are made up on reading, in the order in which looks are met (TTML): gives
/// each style of `edited` that looks as one of `written` the name that it has there, so that a look
/// that is no longer used does not make others seem edited. O(n) in cues.
void takeStyleNames(const Document& written, Document& edited);

}  // namespace subs
