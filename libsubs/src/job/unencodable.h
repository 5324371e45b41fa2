// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>
#include <subs/format/format.h>
#include <subs/model/document.h>

namespace subs {

/// `error` of writing `document`. One about a character that an encoding does not have is about a
/// line that was to be written: it is placed in the file that was read, and names the first cue
/// with such a character. Others come back as they are.
Error placedInFile(Error error, const Document& document, const WriteOptions& options);

}  // namespace subs
