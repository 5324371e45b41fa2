// SPDX-License-Identifier: MIT
#include "format/ass/source.h"

#include <subs/text/newline.h>

namespace subs::ass {
namespace {

std::string_view idOf(Dialect dialect) {
    return dialect == Dialect::Ass ? "ass" : "ssa";
}

}  // namespace

Dialect otherThan(Dialect dialect) {
    return dialect == Dialect::Ass ? Dialect::Ssa : Dialect::Ass;
}

Source sourceOf(const Document& document, Dialect dialect) {
    if (!document.origin) return Source::Elsewhere;
    // Cues put into an empty file need the sections that it has not.
    if (!document.cues.empty() && subs::isBlank(document.origin->text)) return Source::Elsewhere;
    if (document.format == idOf(dialect)) return Source::SameFile;
    return document.format == idOf(otherThan(dialect)) ? Source::OtherDialect : Source::Elsewhere;
}

}  // namespace subs::ass
