// SPDX-License-Identifier: GPL-3.0-or-later
#include "hand_over.h"

#include "usage.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

namespace subs::cli {

int becomeProgram(const Context& context,
                  std::string_view name,
                  std::span<const std::string> arguments) {
    std::error_code error;
    const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe", error);
    const std::string program = (self.parent_path() / name).string();
    std::vector<std::string> words{program};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> pointers;
    pointers.reserve(words.size() + 1);
    for (std::string& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    ::execv(program.c_str(), pointers.data());
    const std::string reason =
        errno == ENOENT ? "it is not installed beside subs" : std::system_category().message(errno);
    return couldNot(context, {"cli.no-program", fmt::format("cannot start {}: {}", name, reason)});
}

int handOverToFilm(const Context& context) {
    return becomeProgram(context, "subs-film", context.arguments);
}

}  // namespace subs::cli
