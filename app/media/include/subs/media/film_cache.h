// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/result.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace subs::media {

/// Knows a film again wherever it lies and whatever it is called: its size, its time of change, and
/// its bytes at its beginning, its end and places between.
class FilmKey {
public:
    /// Reads half a megabyte. The io.* errors of `FileSource`.
    static Result<FilmKey> of(const std::filesystem::path& film);
    /// The same without its time of change: for what must be found again where a film was copied,
    /// or its time was set. A film whose middle was changed in place may have the key that it had.
    static Result<FilmKey> ofContent(const std::filesystem::path& film);

    /// 32 hexadecimal digits.
    const std::string& text() const { return text_; }
    friend bool operator==(const FilmKey&, const FilmKey&) = default;

private:
    explicit FilmKey(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

/// What was found out about films and takes time to find out again, on disk: a folder a film,
/// within a budget of bytes. Losing it costs time and nothing else, so that what cannot be kept or
/// is damaged is no error. Several programs may use one at a time.
class FilmCache {
public:
    static constexpr std::uint64_t kUsualBudget = std::uint64_t{2} << 30U;

    explicit FilmCache(std::filesystem::path folder, std::uint64_t budget = kUsualBudget)
        : folder_(std::move(folder)), budget_(budget) {}
    /// In the user's cache folder (XDG Base Directory Specification 0.8: $XDG_CACHE_HOME, else
    /// ~/.cache); nothing where there is none.
    static std::optional<FilmCache> ofUser();

    /// What was kept of a film by the name `what`; nothing where there is none, where it is
    /// damaged, and where it was made by another `version` of what makes it.
    std::optional<std::string> find(const FilmKey& film,
                                    std::string_view what,
                                    std::uint32_t version) const;
    /// Keeps it in place of what was there. Over the budget, films that were not opened for the
    /// longest time go first.
    void keep(const FilmKey& film,
              std::string_view what,
              std::uint32_t version,
              std::string_view bytes) const;
    /// The folder of a film, for what has files of its own; made where it is not there. Nothing
    /// where it cannot be.
    std::optional<std::filesystem::path> folderOf(const FilmKey& film) const;

private:
    std::filesystem::path fileOf(const FilmKey& film, std::string_view what) const;
    void makeRoom(const FilmKey& film) const;

    std::filesystem::path folder_;
    std::uint64_t budget_;
};

}  // namespace subs::media
