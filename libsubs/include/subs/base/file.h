// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>

namespace subs {

struct ReadFileOptions {
    /// In bytes. A text is never this large; a film that was named by mistake is, and so is an
    /// endless device.
    std::uint64_t limit = std::uint64_t{1} << 30U;
    /// Ends the waiting for what others write into a pipe, with error "io.stopped".
    std::stop_token stop = {};
};

/// The bytes of the file, whole. The error names the file and says why in plain words;
/// "io.too-large" comes before anything beyond `options.limit` is held in memory, "io.changed"
/// where someone wrote to the file meanwhile.
Result<std::string> readFile(const std::filesystem::path& path,
                             const ReadFileOptions& options = {});

enum class Existing { Replace, Refuse };

struct WriteFileOptions {
    Existing existing = Existing::Replace;
};

/// A file read from its beginning, a stretch at a time.
class FileSource {
public:
    /// As `readFile` opens a file; a folder is refused. `stop` ends the waiting for what others
    /// write into a pipe.
    static Result<FileSource> open(const std::filesystem::path& path, std::stop_token stop = {});
    FileSource(FileSource&&) noexcept;
    FileSource& operator=(FileSource&&) noexcept;
    ~FileSource();

    /// In bytes, as it was when the file was opened.
    std::uint64_t size() const;
    /// Fills `bytes` as far as the file goes and answers how many were read: fewer at its end only.
    Result<std::size_t> read(std::span<char> bytes);
    /// The same from `offset` on, of a plain file; `read` goes on where it was.
    Result<std::size_t> readAt(std::uint64_t offset, std::span<char> bytes) const;
    /// Error "io.changed" where a file has another size or time of change than when it was opened:
    /// what was read is then neither the old text nor the new one. To be asked last.
    Result<void> checkUnchanged() const;
    const std::filesystem::path& path() const;

private:
    struct State;
    explicit FileSource(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

/// What is left of `file`, whole; as `readFile`.
Result<std::string> readRest(FileSource& file, std::uint64_t limit);

/// A file written a stretch at a time that takes its place when it is complete, or never. See
/// `writeFileAtomically` for what is promised. Without `finish` nothing stays behind.
class FileWriter {
public:
    /// Opens a temporary file beside `path`; errors as of `writeFileAtomically`.
    static Result<FileWriter> create(const std::filesystem::path& path,
                                     const WriteFileOptions& options = {});
    FileWriter(FileWriter&&) noexcept;
    FileWriter& operator=(FileWriter&&) noexcept;
    ~FileWriter();

    Result<void> append(std::string_view bytes);
    /// Puts `bytes` at `offset`, over what is there or behind it: for files whose head tells of
    /// what follows. Not together with `append`.
    Result<void> writeAt(std::uint64_t offset, std::string_view bytes);
    /// Puts the file in its place. To be called once, last.
    Result<void> finish();

private:
    struct State;
    explicit FileWriter(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

/// Writes a whole file or nothing: a temporary file in the same folder, fsync, rename, fsync of the
/// folder. A reader sees the old file or the new one, and a failure (full disk, no permission)
/// leaves the old file whole and no temporary file. The mode of a replaced file is kept; a symbolic
/// link is written through; a device or pipe is refused (error "io.not-a-file").
Result<void> writeFileAtomically(const std::filesystem::path& path,
                                 std::string_view bytes,
                                 const WriteFileOptions& options = {});

}  // namespace subs
