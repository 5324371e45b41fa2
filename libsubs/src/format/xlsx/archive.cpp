// SPDX-License-Identifier: MIT
#include "format/xlsx/archive.h"

#include <fmt/format.h>
#include <zip.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>

namespace subs::xlsx {
namespace {

constexpr std::size_t kStretch = std::size_t{64} * 1024;

tl::unexpected<Error> damaged(std::string_view why) {
    return failure(
        "xlsx.damaged",
        fmt::format("the workbook is damaged: {}", why.empty() ? "no ZIP archive" : why));
}

struct FileCloser {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
struct SourceFreer {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using FileHandle = std::unique_ptr<zip_file_t, FileCloser>;
using SourceHandle = std::unique_ptr<zip_source_t, SourceFreer>;

/// Why libzip could not do something.
class ZipError {
public:
    ZipError() { zip_error_init(&error_); }
    ZipError(const ZipError&) = delete;
    ZipError& operator=(const ZipError&) = delete;
    ~ZipError() { zip_error_fini(&error_); }

    zip_error_t* get() { return &error_; }
    std::string text() { return zip_error_strerror(&error_); }

private:
    zip_error_t error_;
};

tl::unexpected<Error> unreadable(zip* archive) {
    const int code = zip_error_code_zip(zip_get_error(archive));
    if (code == ZIP_ER_NOPASSWD || code == ZIP_ER_WRONGPASSWD || code == ZIP_ER_ENCRNOTSUPP)
        return failure("xlsx.encrypted",
                       "the workbook is locked with a password; save it without one");
    return damaged(zip_strerror(archive));
}

/// A source with a copy of `bytes` that is its own: one that is written to frees what it began
/// with, whatever it was told (libzip 1.7).
zip_source_t* ownSource(std::string_view bytes, ZipError& error) {
    void* const copy = std::malloc(bytes.size());
    if (copy == nullptr) return nullptr;
    std::memcpy(copy, bytes.data(), bytes.size());
    zip_source_t* const source = zip_source_buffer_create(copy, bytes.size(), 1, error.get());
    if (source == nullptr) std::free(copy);
    return source;
}

/// All bytes of a source that was written to.
Result<std::string> bytesOf(zip_source_t* source) {
    zip_stat_t about;
    zip_stat_init(&about);
    if (zip_source_open(source) != 0) return damaged("it cannot be read again");
    std::string bytes;
    if (zip_source_stat(source, &about) == 0) bytes.resize(about.size);
    std::size_t done = 0;
    while (done < bytes.size()) {
        const zip_int64_t count = zip_source_read(source, bytes.data() + done, bytes.size() - done);
        if (count <= 0) break;
        done += static_cast<std::size_t>(count);
    }
    zip_source_close(source);
    if (done < bytes.size() || bytes.empty()) return damaged("it cannot be written");
    return bytes;
}

/// Edits a part; false where that cannot be. The content is borrowed until the archive is closed.
bool isEdited(zip* archive, const PartEdit& edit) {
    const zip_int64_t found = zip_name_locate(archive, edit.name.c_str(), ZIP_FL_NOCASE);
    if (found < 0) return false;
    const auto index = static_cast<zip_uint64_t>(found);
    if (!edit.content) return zip_delete(archive, index) == 0;
    zip_stat_t about;
    zip_stat_init(&about);
    zip_source_t* part = zip_source_buffer(archive, edit.content->data(), edit.content->size(), 0);
    if (part == nullptr || zip_stat_index(archive, index, 0, &about) != 0 ||
        zip_file_replace(archive, index, part, 0) != 0)
        return false;
    // The time of the old part: no clock is in what is written.
    if ((about.valid & ZIP_STAT_MTIME) != 0) zip_file_set_mtime(archive, index, about.mtime, 0);
    return true;
}

}  // namespace

void Archive::Closer::operator()(zip* archive) const {
    zip_discard(archive);
}

Result<Archive> Archive::open(std::string_view bytes) {
    ZipError error;
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, error.get());
    if (source == nullptr) return damaged(error.text());
    zip* archive = zip_open_from_source(source, ZIP_RDONLY, error.get());
    if (archive == nullptr) {
        zip_source_free(source);
        return damaged(error.text());
    }
    return Archive(archive);
}

bool Archive::has(const std::string& name) const {
    return zip_name_locate(archive_.get(), name.c_str(), ZIP_FL_NOCASE) >= 0;
}

Result<void> Archive::read(const std::string& name,
                           std::uint64_t limit,
                           const std::function<bool(std::string_view)>& take) const {
    const FileHandle file(zip_fopen(archive_.get(), name.c_str(), ZIP_FL_NOCASE));
    if (!file) return unreadable(archive_.get());
    std::array<char, kStretch> buffer;
    std::uint64_t total = 0;
    while (true) {
        const zip_int64_t count = zip_fread(file.get(), buffer.data(), buffer.size());
        if (count < 0) return damaged(fmt::format("the part {} ends early", name));
        if (count == 0) return {};
        total += static_cast<std::uint64_t>(count);
        if (total > limit)
            return failure("xlsx.too-large",
                           fmt::format("the part {} of the workbook unpacks to more than {} MiB, "
                                       "which no table of subtitles does; not read",
                                       name,
                                       limit >> 20U));
        if (!take({buffer.data(), static_cast<std::size_t>(count)})) return {};
    }
}

Result<std::string> Archive::read(const std::string& name, std::uint64_t limit) const {
    std::string content;
    const auto done = read(name, limit, [&](std::string_view part) {
        content += part;
        return true;
    });
    if (!done) return tl::unexpected(done.error());
    return content;
}

Result<std::string> withParts(std::string_view bytes, const std::vector<PartEdit>& edits) {
    ZipError error;
    const SourceHandle source(ownSource(bytes, error));
    if (!source) return damaged(error.text());
    zip_source_keep(source.get());  // one for the archive, one to read from afterwards
    zip* archive = zip_open_from_source(source.get(), 0, error.get());
    if (archive == nullptr) {
        zip_source_free(source.get());
        return damaged(error.text());
    }
    const bool areEdited =
        std::ranges::all_of(edits, [&](const PartEdit& edit) { return isEdited(archive, edit); });
    if (!areEdited || zip_close(archive) != 0) {
        zip_discard(archive);
        return damaged("the table cannot be put into it");
    }
    return bytesOf(source.get());
}

Result<std::string> withPart(std::string_view bytes,
                             const std::string& name,
                             std::string_view content) {
    return withParts(bytes, {{name, std::string(content)}});
}

}  // namespace subs::xlsx
