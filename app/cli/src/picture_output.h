// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/file.h>
#include <subs/base/result.h>

#include "common_options.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <span>
#include <string>

/// A command's output that is a PNG file.
namespace subs::cli {

struct PictureOutputArguments {
    std::string name;
    bool overwrite = false;

    bool isStandardOutput() const { return name == "-"; }
    Existing existing() const { return overwrite ? Existing::Replace : Existing::Refuse; }
};

/// -o and --overwrite; answers -o.
CLI::Option* addPictureOutput(CLI::App& app, PictureOutputArguments& arguments);
/// Error where the picture may not be put where it is to go: a file that is there, one of `read`,
/// or a name whose ending says something else.
Result<void> checkPictureOutput(const PictureOutputArguments& arguments,
                                std::span<const std::filesystem::path> read);
/// Writes the bytes of the PNG, and with --json the name of the file.
Result<void> deliverPicture(const std::string& png,
                            const PictureOutputArguments& arguments,
                            const TellingArguments& telling);

}  // namespace subs::cli
