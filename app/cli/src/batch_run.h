// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/job/batch.h>
#include <subs/job/timeline_source.h>

#include "command.h"
#include "common_options.h"
#include "console.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <span>
#include <stop_token>
#include <string_view>

namespace subs::cli {

/// One run of a command over many files: how what is said of them is told, in their order, and with
/// which status it ends. The command begins, runs its job, and reports each file as it is done.
class BatchRun {
public:
    /// Does all files. The frames are null where none are asked for.
    using Work = std::function<void(const KnownFrames*, const BatchOptions&)>;

    BatchRun(const Context& context, const BatchArguments& arguments);

    Console& console() { return console_; }
    /// Begins the report. Errors as of `Console::reportTo`; "output.collision" where it would take
    /// the place of a file that is named on the command line.
    Result<void> begin();
    /// The same for `files`: the inputs that were found, and outputs.
    Result<void> keepApart(std::span<const std::filesystem::path> files) const;

    /// Reads the film's or the timecode file's times, tells what is to be said of the film, once,
    /// and does `work` on `total` files until Ctrl-C. Answers the exit status.
    int run(std::size_t total, const Work& work);

    /// Puts `text` on standard output; what does not get there is told as an error of `file`.
    void print(std::string_view text, std::string_view file);
    /// True of an error that only says that the run was stopped before the file was done; such a
    /// file is not told of, nor counted.
    static bool saysStopped(const Error& error);
    /// One more file is done, with this exit status.
    void fileDone(int status);

private:
    int stopped();

    const Context& context_;
    const BatchArguments& arguments_;
    Console console_;
    std::size_t total_ = 0;
    std::size_t done_ = 0;
    int status_ = kDone;
    std::stop_token stop_;     ///< Of Ctrl-C.
    bool isCutShort_ = false;  ///< What was printed last did not get through before the stop.
};

}  // namespace subs::cli
