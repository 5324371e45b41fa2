// SPDX-License-Identifier: MIT
#include <subs/base/diagnostic.h>
#include <subs/base/result.h>

#include <fmt/format.h>

namespace subs {
namespace {

/// "film.srt:214:3: "; parts that are unknown are left out.
std::string placeText(std::string_view file, std::uint32_t line, std::uint32_t column) {
    std::string place(file);
    if (line > 0) place += fmt::format("{}{}", place.empty() ? "" : ":", line);
    if (line > 0 && column > 0) place += fmt::format(":{}", column);
    return place.empty() ? place : place + ": ";
}

}  // namespace

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
    return fmt::format("{}{}: {} [{}]",
                       placeText(file, diagnostic.line, diagnostic.column),
                       nameOf(diagnostic.severity),
                       diagnostic.message,
                       diagnostic.code);
}

std::string placed(const Error& error) {
    return placeText(error.file, error.line, error.column) + error.message;
}

}  // namespace subs
