// SPDX-License-Identifier: MIT
#include <subs/job/stand_in.h>

#include <fmt/format.h>

namespace subs {

Diagnostic standInDiagnostic(const ReplacedFont& font) {
    return {
        .severity = Severity::Warning,
        .code = "font.stand-in",
        .message = fmt::format("there is no font \"{}\"; measured in \"{}\", which may be wider or "
                               "narrower; install the font or name one that is there",
                               font.asked,
                               font.inUse)};
}

}  // namespace subs
