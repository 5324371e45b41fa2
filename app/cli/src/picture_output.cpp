// SPDX-License-Identifier: GPL-3.0-or-later
#include "picture_output.h"

#include <subs/job/json.h>
#include <subs/job/outputs.h>

#include "console.h"

#include <fmt/format.h>

#include <algorithm>

namespace subs::cli {
namespace {

/// True of a name whose ending says something else than what is written.
bool isOtherPicture(const std::string& name) {
    std::string ending = std::filesystem::path(name).extension().string();
    std::ranges::transform(ending, ending.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
    });
    return !ending.empty() && ending != ".png";
}

}  // namespace

CLI::Option* addPictureOutput(CLI::App& app, PictureOutputArguments& arguments) {
    CLI::Option* output =
        app.add_option("-o,--output", arguments.name, "the PNG file; - for standard output")
            ->type_name("FILE");
    app.add_flag("--overwrite", arguments.overwrite, "replace a file that is there");
    return output;
}

Result<void> checkPictureOutput(const PictureOutputArguments& arguments,
                                std::span<const std::filesystem::path> read) {
    if (arguments.isStandardOutput()) return {};
    if (auto free = checkFree(arguments.name, arguments.existing()); !free)
        return tl::unexpected(about(arguments.name, free.error()));
    if (auto apart = checkApart(arguments.name, "the picture", read); !apart) return apart;
    if (isOtherPicture(arguments.name))
        return failure(
            "cli.usage",
            fmt::format("the picture is a PNG, and \"{}\" does not end with .png", arguments.name));
    return {};
}

Result<void> deliverPicture(const std::string& png,
                            const PictureOutputArguments& arguments,
                            const TellingArguments& telling) {
    if (arguments.isStandardOutput()) return writeStandardOutput(png);
    const WriteFileOptions writing{.existing = arguments.existing()};
    if (auto written = writeFileAtomically(arguments.name, png, writing); !written)
        return tl::unexpected(about(arguments.name, written.error()));
    if (!telling.json) return {};
    return writeStandardOutput(outputJson(arguments.name) + "\n");
}

}  // namespace subs::cli
