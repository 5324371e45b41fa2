// SPDX-License-Identifier: GPL-3.0-or-later
#include "console.h"

#include <subs/base/counted.h>
#include <subs/base/stoppable_wait.h>
#include <subs/job/outputs.h>
#include <subs/text/charset.h>

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <system_error>
#include <utility>

namespace subs::cli {
namespace {

bool wantsColor() {
    const char* refused = std::getenv("NO_COLOR");
    return isatty(STDERR_FILENO) == 1 && (refused == nullptr || *refused == '\0');
}

/// False where it could not, with the reason in `errno`.
bool writeError(std::string_view text) {
    return std::fwrite(text.data(), 1, text.size(), stderr) == text.size();
}

std::string_view colorOf(Severity severity) {
    switch (severity) {
        case Severity::Error:
            return "\033[31m";
        case Severity::Warning:
            return "\033[33m";
        case Severity::Info:
            break;
    }
    return "\033[36m";
}

/// `line` with the name of its severity in colour.
std::string colored(std::string line, Severity severity) {
    const std::string name = fmt::format("{}:", nameOf(severity));
    const std::size_t at = line.find(name);
    if (at != std::string::npos)
        line.replace(at, name.size(), fmt::format("{}{}\033[0m", colorOf(severity), name));
    return line;
}

/// The control character that `text` begins with, of ASCII or the 32 that follow it; -1: none.
int controlAt(std::string_view text) {
    const auto byte = [text](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    if (byte(0) < 0x20 || byte(0) == 0x7F) return byte(0);
    const bool isSecond = byte(0) == 0xC2 && text.size() > 1 && byte(1) >= 0x80 && byte(1) < 0xA0;
    return isSecond ? byte(1) : -1;
}

/// True of what is no file: there a writer waits for a reader.
bool mayKeepWaiting(int fd) {
    struct stat status {};
    return ::fstat(fd, &status) == 0 && !S_ISREG(status.st_mode);
}

tl::unexpected<Error> outputFailure(int error, std::string_view output) {
    const std::string reason = error == ENOSPC || error == EFBIG
                                   ? "the disk is full"
                                   : std::system_category().message(error);
    return failure(error == ENOSPC || error == EFBIG ? "io.full" : "io.failed",
                   fmt::format("cannot write to {}: {}", output, reason));
}

}  // namespace

Console::Console(Verbosity verbosity)
    : verbosity_(verbosity), isTerminal_(isatty(STDERR_FILENO) == 1), hasColor_(wantsColor()) {}

Console::~Console() {
    clearProgress();
}

void Console::message(const Diagnostic& diagnostic, std::string_view file) {
    if (shows(diagnostic.severity)) writeLine(diagnostic, file);
}

bool Console::shows(Severity severity) const {
    return severity == Severity::Error ||
           (severity == Severity::Warning && verbosity_ != Verbosity::Quiet) ||
           verbosity_ == Verbosity::Verbose;
}

void Console::messages(const Diagnostics& diagnostics, std::string_view file) {
    for (const Diagnostic& diagnostic : diagnostics)
        message(diagnostic, file);
}

void Console::error(const Error& error, std::string_view file) {
    writeLine({Severity::Error, error.line, error.column, error.code, error.message},
              error.file.empty() ? file : error.file);
}

void Console::detail(std::string_view line) {
    if (verbosity_ != Verbosity::Verbose) return;
    clearProgress();
    writeError(printable(line) + "\n");
}

Result<void> Console::reportTo(const std::string& file, Existing existing) {
    reportFile_ = file;
    if (file == "-") return {};
    if (const auto free = checkFree(file, existing); !free)
        return tl::unexpected(about(file, free.error()));
    auto writer = FileWriter::create(file, {.existing = existing});
    if (!writer) return tl::unexpected(about(file, writer.error()));
    reportWriter_ = std::move(*writer);
    return {};
}

void Console::appendReport(std::string_view text) {
    if (!reportWriter_)
        report_ += text;
    else if (reportState_)
        reportState_ = reportWriter_->append(text);
}

void Console::report(std::string_view text) {
    if (reportFile_) {
        appendReport(text);
        return;
    }
    clearProgress();
    if (!writeError(text) && reportState_)
        reportState_ = outputFailure(errno, "standard error, where the report goes");
}

void Console::reportLine(const Diagnostic& diagnostic, std::string_view file) {
    if (reportFile_)
        appendReport(printable(formatted(diagnostic, file)) + "\n");
    else
        writeLine(diagnostic, file);
}

Result<void> Console::finishReport() {
    if (!reportFile_) return reportState_;
    if (*reportFile_ == "-") return writeStandardOutput(report_);
    if (reportState_) reportState_ = reportWriter_->finish();
    return reportState_ ? reportState_ : tl::unexpected(about(*reportFile_, reportState_.error()));
}

void Console::progress(std::size_t done, std::size_t total) {
    if (!isTerminal_ || verbosity_ == Verbosity::Quiet || total < 2) return;
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - begin_;
    const double rate = static_cast<double>(done) / std::max(spent.count(), 1e-3);
    const double left = rate > 0 ? static_cast<double>(total - done) / rate : 0;
    writeError(fmt::format("\r\033[K{} of {}, {:.0f} a second, {:.0f} s left",
                           done,
                           counted(total, "file"),
                           rate,
                           left));
    progressShown_ = true;
}

void Console::progress(double share) {
    const int percent = static_cast<int>(share * 100);
    if (!isTerminal_ || verbosity_ == Verbosity::Quiet || percent == percent_) return;
    percent_ = percent;
    writeError(fmt::format("\r\033[K{} %", percent));
    progressShown_ = true;
}

void Console::writeLine(const Diagnostic& diagnostic, std::string_view file) {
    clearProgress();
    std::string line = printable(formatted(diagnostic, file));
    if (hasColor_) line = colored(std::move(line), diagnostic.severity);
    writeError(line + "\n");
}

void Console::clearProgress() {
    if (progressShown_) writeError("\r\033[K");
    progressShown_ = false;
}

std::string printable(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        const int control = controlAt(text);
        if (control == '\n')
            result += "\\n";
        else if (control >= 0)
            result += fmt::format("\\x{:02X}", control);
        else
            result += text.front();
        text.remove_prefix(control > 0x7F ? 2 : 1);
    }
    return result;
}

Result<void> writeStandardOutput(std::string_view bytes, const std::stop_token& stop) {
    const bool mayWait = stop.stop_possible() && mayKeepWaiting(STDOUT_FILENO);
    const auto wait = mayWait ? std::optional<StoppableWait>(stop) : std::nullopt;
    while (!bytes.empty()) {
        if (wait)
            if (auto ready = wait->until(StoppableWait::For::Output, STDOUT_FILENO); !ready)
                return ready;
        // So much is taken at once by a pipe that is ready.
        const std::size_t most = wait ? std::size_t{PIPE_BUF} : bytes.size();
        const ssize_t written = ::write(STDOUT_FILENO, bytes.data(), std::min(most, bytes.size()));
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return outputFailure(errno, "standard output");
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

Result<std::string> readStandardInput() {
    std::string bytes;
    std::size_t used = 0;
    while (true) {
        bytes.resize(std::max(std::size_t{64} * 1024, used * 2));
        const ssize_t got = ::read(STDIN_FILENO, bytes.data() + used, bytes.size() - used);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0)
            return failure("io.failed",
                           fmt::format("cannot read standard input: {}",
                                       std::system_category().message(errno)));
        used += static_cast<std::size_t>(got);
        if (got == 0) break;
        if (used < bytes.size()) bytes.resize(used);
    }
    bytes.resize(used);
    return bytes;
}

Result<std::string> readStandardText(Verbosity verbosity) {
    auto text = readStandardInput();
    if (!text) return text;
    if (const auto damage = damageIn(*text)) Console(verbosity).message(*damage, "-");
    return text;
}

}  // namespace subs::cli
