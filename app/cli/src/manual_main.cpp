// SPDX-License-Identifier: GPL-3.0-or-later
// write-manual FOLDER: puts subs.1 and a subs-COMMAND.1 of each command into it, at build time.
#include <subs/base/file.h>

#include "manual.h"

#include <cstdio>
#include <filesystem>
#include <string>

namespace {

bool put(const std::filesystem::path& page, const std::string& text) {
    const auto written =
        subs::writeFileAtomically(page, text, {.existing = subs::Existing::Replace});
    if (!written) std::fprintf(stderr, "%s: %s\n", page.c_str(), written.error().message.c_str());
    return written.has_value();
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fputs("write-manual FOLDER\n", stderr);
        return 2;
    }
    const std::filesystem::path folder(argv[1]);
    bool isDone = put(folder / "subs.1", subs::cli::programPage());
    for (const subs::cli::Command& command : subs::cli::commands())
        isDone = put(folder / ("subs-" + std::string(command.name) + ".1"),
                     subs::cli::commandPage(command)) &&
                 isDone;
    return isDone ? 0 : 1;
}
