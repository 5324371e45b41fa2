// SPDX-License-Identifier: MIT
#include <subs/base/diagnostic.h>

#include <fmt/format.h>

namespace subs {

std::string_view nameOf(Severity severity) {
    switch (severity) {
        case Severity::Info:
            return "info";
        case Severity::Warning:
            return "warning";
        case Severity::Error:
            return "error";
    }
    return "error";
}

std::string formatted(const Diagnostic& diagnostic, std::string_view file) {
    std::string place(file);
    if (diagnostic.line > 0)
        place += fmt::format("{}{}", place.empty() ? "" : ":", diagnostic.line);
    if (diagnostic.line > 0 && diagnostic.column > 0)
        place += fmt::format(":{}", diagnostic.column);
    if (!place.empty()) place += ": ";
    return fmt::format(
        "{}{}: {} [{}]", place, nameOf(diagnostic.severity), diagnostic.message, diagnostic.code);
}

}  // namespace subs
