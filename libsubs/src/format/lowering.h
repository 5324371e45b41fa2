// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include <cstdint>
#include <optional>

namespace subs {

/// What is known of the text of the file that a document was read from.
enum class FileText : std::uint8_t {
    Unknown,
    ValidUtf8,  ///< It need not be looked at again.
};

/// `document` without those of the features below that `format` does not hold in full, with a loss
/// for each; nothing where there is nothing to take out, or where it was read from `format`, which
/// then holds all of it: who puts cues of another format into a document first makes of them what
/// its format holds (job/pairs/held_track.h). Formats see documents only after this, so that none
/// of them needs to know of marks that it has no word for. Where it holds a feature in part, that
/// is its own affair, ruby apart.
///
/// How a cue comes and goes is said as the format says it: by an ASS tag or by settings
/// (format/fades.h). When the parts of a text are sung is said as the format says it: by tags of
/// ASS or by times inside of the text (format/karaoke_times.h).
///
/// Taken out: voices, classes, languages and times inside of a text, elements around words that are
/// not understood; of ruby the marks, while its text comes in brackets behind its base. Bytes that
/// are no characters become U+FFFD, carriage returns line breaks.
std::optional<Document> lowered(const Document& document,
                                const FormatInfo& format,
                                LossReport& losses,
                                FileText text = FileText::Unknown);

}  // namespace subs
