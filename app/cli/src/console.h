// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/diagnostic.h>
#include <subs/base/file.h>
#include <subs/base/result.h>

#include <chrono>
#include <cstddef>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

namespace subs::cli {

enum class Verbosity { Quiet, Normal, Verbose };

/// What a command says to a person: messages, reports and progress on standard error, results on
/// standard output. Colour and progress only where standard error is a terminal. One thread at a
/// time.
class Console {
public:
    explicit Console(Verbosity verbosity = Verbosity::Normal);
    Console(const Console&) = delete;
    Console& operator=(const Console&) = delete;
    ~Console();

    /// Shows `diagnostic` if the verbosity lets it through: errors always, warnings unless quiet,
    /// infos when verbose.
    void message(const Diagnostic& diagnostic, std::string_view file);
    /// Whether remarks of `severity` are shown.
    bool shows(Severity severity) const;
    void messages(const Diagnostics& diagnostics, std::string_view file);
    /// Always shown; `file` is named where the error names none.
    void error(const Error& error, std::string_view file);
    /// A line when verbose.
    void detail(std::string_view line);

    /// From now on reports go to `file`, "-" being standard output. The file is begun at once, so
    /// that what stands against it is told before any work; it takes its place in `finishReport`.
    /// Error "io.exists" where there is one already and it is not to be replaced.
    Result<void> reportTo(const std::string& file, Existing existing);
    /// A piece of a report, as it is.
    void report(std::string_view text);
    /// One finding of a report: `diagnostic`, whatever the verbosity.
    void reportLine(const Diagnostic& diagnostic, std::string_view file);
    /// Puts the report where it was to be kept; what went wrong on the way is told here.
    Result<void> finishReport();

    /// `done` of `total` files are done.
    void progress(std::size_t done, std::size_t total);
    /// `share` of one long file is done, from 0 to 1.
    void progress(double share);
    /// Takes progress off the screen, so that a result can be printed in its place.
    void clearProgress();

private:
    void appendReport(std::string_view text);
    void writeLine(const Diagnostic& diagnostic, std::string_view file);

    Verbosity verbosity_;
    bool isTerminal_;
    bool hasColor_;
    bool progressShown_ = false;
    int percent_ = -1;  ///< What is shown of one file.
    std::optional<std::string> reportFile_;
    std::optional<FileWriter> reportWriter_;
    std::string report_;  ///< For standard output.
    Result<void> reportState_;
    std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

/// `text` with its control characters spelt out, "\\n" and "\\x1B", so that a name cannot break a
/// line or steer a terminal.
std::string printable(std::string_view text);

/// Writes `bytes` to standard output. Error "io.full" or "io.failed" where they do not get there;
/// "io.stopped" where nobody takes them until `stop`.
Result<void> writeStandardOutput(std::string_view bytes, const std::stop_token& stop = {});
/// All of standard input.
Result<std::string> readStandardInput();
/// The same as a text in UTF-8, which it stays where it is damaged; that is told as "-".
Result<std::string> readStandardText(Verbosity verbosity);

}  // namespace subs::cli
