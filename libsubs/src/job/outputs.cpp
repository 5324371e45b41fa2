// SPDX-License-Identifier: MIT
#include <subs/format/registry.h>
#include <subs/job/outputs.h>

#include <fmt/format.h>

#include <cstddef>
#include <map>
#include <system_error>
#include <utility>

namespace subs {
namespace {

namespace fs = std::filesystem;

/// A name by which two ways of writing one path are equal.
fs::path resolved(const fs::path& path) {
    std::error_code error;
    const fs::path absolute = fs::weakly_canonical(fs::absolute(path, error), error);
    return error ? path.lexically_normal() : absolute;
}

}  // namespace

fs::path outputFor(const InputFile& input, const fs::path& folder, const Format* format) {
    fs::path name = folder / input.relative;
    if (format == nullptr) return name;
    const bool isKnownEnding =
        name.has_extension() && formatNamed(name.extension().string()) != nullptr;
    const std::string ending = fmt::format(".{}", format->info().extensions.front());
    return isKnownEnding ? name.replace_extension(ending) : name += ending;
}

Result<std::vector<fs::path>> plannedOutputs(std::span<const InputFile> inputs,
                                             const fs::path& folder,
                                             const Format* format) {
    std::map<fs::path, std::size_t> inputAt;
    std::map<fs::path, std::size_t> outputOf;
    for (std::size_t i = 0; i < inputs.size(); ++i)
        if (!inputs[i].fault) inputAt.emplace(resolved(inputs[i].path), i);
    std::vector<fs::path> outputs;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        outputs.push_back(outputFor(inputs[i], folder, format));
        if (inputs[i].fault) continue;
        const fs::path output = resolved(outputs.back());
        const auto [first, isNew] = outputOf.emplace(output, i);
        if (!isNew)
            return failure("output.collision",
                           fmt::format("{} and {} would both be written to {}; nothing was written",
                                       inputs[first->second].path.string(),
                                       inputs[i].path.string(),
                                       outputs.back().string()));
        const auto other = inputAt.find(output);
        if (other != inputAt.end() && other->second != i)
            return failure("output.collision",
                           fmt::format("{} would be written over the input {}; nothing was written",
                                       inputs[i].path.string(),
                                       inputs[other->second].path.string()));
    }
    return outputs;
}

Result<void> checkFree(const fs::path& output, Existing existing) {
    std::error_code ignored;
    if (existing == Existing::Replace || !fs::exists(output, ignored)) return {};
    return failure(
        "io.exists",
        fmt::format("cannot write {}: there is a file of that name; --overwrite replaces it",
                    output.string()));
}

Result<void> checkApart(const fs::path& output,
                        std::string_view what,
                        std::span<const fs::path> others) {
    const fs::path name = resolved(output);
    for (const fs::path& other : others) {
        std::error_code ignored;
        if (other.empty()) continue;
        if (resolved(other) != name && !fs::equivalent(other, output, ignored)) continue;
        return failure(
            "output.collision",
            fmt::format("{} would be written over {}; nothing was written", what, other.string()));
    }
    return {};
}

}  // namespace subs
