// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include "format/ass/event_line.h"
#include "format/ass/file_context.h"
#include "format/ass/style_choice.h"

#include <string>

namespace subs::ass {

/// Where a document comes from, for one that is written as `dialect`.
enum class Source : std::uint8_t {
    SameFile,      ///< Read from this dialect: the file is patched.
    OtherDialect,  ///< Read from the other one: the file is kept, its styles and events written
                   ///< anew.
    Elsewhere,     ///< Made here or read from another format: a new file.
};
Source sourceOf(const Document& document, Dialect dialect);

Result<std::string> writeFile(const Document& document,
                              const WriteOptions& options,
                              Dialect dialect);

/// The text target of `cue` in `document`.
TextTarget textTarget(const Document& document, const StyleChoice& choice, const Cue& cue);

/// In what `cue` is not what its line says.
EventChanges changesFrom(const Cue& line,
                         const Cue& cue,
                         const EventTimes& times,
                         Rounding rounding);

}  // namespace subs::ass
