// SPDX-License-Identifier: MIT
#include <subs/base/file.h>

#include <fmt/format.h>

namespace subs {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> tooLarge(const fs::path& path, std::uint64_t limit) {
    constexpr std::uint64_t kMebibyte = 1U << 20U;
    const std::string size = limit < kMebibyte ? fmt::format("{} bytes", limit)
                                               : fmt::format("{} MiB", limit / kMebibyte);
    return failure("io.too-large",
                   fmt::format("cannot read {}: it is larger than {}", path.string(), size));
}

}  // namespace

Result<std::string> readFile(const fs::path& path, const ReadFileOptions& options) {
    auto file = FileSource::open(path, options.stop);
    return file ? readRest(*file, options.limit) : tl::unexpected(file.error());
}

Result<std::string> readRest(FileSource& file, std::uint64_t limit) {
    if (file.size() > limit) return tooLarge(file.path(), limit);
    std::string bytes;
    std::size_t used = 0;
    bytes.resize(static_cast<std::size_t>(file.size()) + 1);
    while (true) {
        const auto got = file.read(std::span(bytes).subspan(used));
        if (!got) return tl::unexpected(got.error());
        used += *got;
        if (used > limit) return tooLarge(file.path(), limit);
        if (used < bytes.size()) break;
        bytes.resize(bytes.size() * 2 + 4096);  // a pipe
    }
    if (const auto same = file.checkUnchanged(); !same) return tl::unexpected(same.error());
    bytes.resize(used);
    return bytes;
}

Result<void> writeFileAtomically(const fs::path& path,
                                 std::string_view bytes,
                                 const WriteFileOptions& options) {
    auto file = FileWriter::create(path, options);
    if (!file) return tl::unexpected(file.error());
    const auto written = file->append(bytes);
    return written ? file->finish() : written;
}

}  // namespace subs
