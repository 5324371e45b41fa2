// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace subs {

enum class Severity : std::uint8_t { Info, Warning, Error };

/// "info", "warning" or "error".
std::string_view nameOf(Severity severity);

/// One remark about imperfect input: where, what, and what was done about it.
struct Diagnostic {
    Severity severity = Severity::Warning;
    std::uint32_t line = 0;    ///< From 1; 0 when the remark is about the whole file.
    std::uint32_t column = 0;  ///< From 1, in bytes; 0 when it is about the whole line.
    std::string code;          ///< Stable, for programs: "srt.end-before-start".
    std::string message;       ///< A plain sentence without full stop, for a person.

    friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

using Diagnostics = std::vector<Diagnostic>;

/// `film.srt:214:3: warning: end is before start; kept as written [srt.end-before-start]`.
/// Parts that are unknown (line, column, an empty `file`) are left out.
std::string formatted(const Diagnostic& diagnostic, std::string_view file);

}  // namespace subs
