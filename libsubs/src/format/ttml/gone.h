// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/loss_report.h>

#include "format/ttml/cue_reader.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace subs::ttml {

/// What a cue's element has in it, as it is read.
struct ReadContent {
    const Paragraph& paragraph;
    std::uint32_t element = 0;
    const ParagraphText& text;
    const Head& head;
    std::string_view inner;  ///< As it is typed.
};

/// Tells what is gone where the content of `cue` was written anew: all of `before` that a document
/// has no word for and `after` does not have; ids, and comments for those who open the file.
/// Without `after`: all of it.
void addGone(const ReadContent& before,
             const std::optional<ReadContent>& after,
             CueId cue,
             LossReport& losses);

}  // namespace subs::ttml
