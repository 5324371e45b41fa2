// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/base/file.h>
#include <subs/media/film_cache.h>

extern "C" {
#include <libavutil/mem.h>
#include <libavutil/sha.h>
}

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <memory>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

namespace subs::media {
namespace {

constexpr std::size_t kPartBytes = 64 << 10;
/// From the beginning of the film to its end, at equal distances.
constexpr std::uint64_t kHashedParts = 8;
constexpr int kShaBits = 256;
constexpr std::size_t kShaBytes = kShaBits / 8;
/// So many of them tell enough films apart.
constexpr std::size_t kKeyBytes = 16;

struct ShaFreer {
    void operator()(AVSHA* sha) const { av_free(sha); }
};

/// SHA-256 of what it is given.
class Hash {
public:
    Hash() : sha_(av_sha_alloc()) { av_sha_init(sha_.get(), kShaBits); }

    void add(std::string_view bytes) {
        av_sha_update(
            sha_.get(), reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    }
    void add(std::uint64_t number) { add(fmt::format("{};", number)); }

    std::string take() {
        std::array<std::uint8_t, kShaBytes> digest{};
        av_sha_final(sha_.get(), digest.data());
        std::string text;
        for (std::size_t i = 0; i < kKeyBytes; ++i)
            text += fmt::format("{:02x}", digest.at(i));
        return text;
    }

private:
    std::unique_ptr<AVSHA, ShaFreer> sha_;
};

/// Of its size, of `changed`, where that counts, and of its bytes at equal distances.
Result<std::string> digestOf(const FileSource& file, std::optional<std::uint64_t> changed) {
    Hash hash;
    hash.add(file.size());
    if (changed) hash.add(*changed);
    const std::uint64_t last = file.size() - std::min<std::uint64_t>(file.size(), kPartBytes);
    std::vector<char> part(kPartBytes);
    for (std::uint64_t i = 0; i < kHashedParts; ++i) {
        const auto count = file.readAt(last / (kHashedParts - 1) * i, part);
        if (!count) return tl::unexpected(count.error());
        hash.add(std::string_view(part.data(), *count));
    }
    return hash.take();
}

}  // namespace

Result<FilmKey> FilmKey::of(const std::filesystem::path& film) {
    const auto file = FileSource::open(film);
    if (!file) return tl::unexpected(file.error());
    std::error_code error;
    const auto changed = std::filesystem::last_write_time(film, error).time_since_epoch();
    auto digest =
        digestOf(*file,
                 static_cast<std::uint64_t>(
                     std::chrono::duration_cast<std::chrono::microseconds>(changed).count()));
    if (!digest) return tl::unexpected(digest.error());
    return FilmKey(std::move(*digest));
}

Result<FilmKey> FilmKey::ofContent(const std::filesystem::path& film) {
    const auto file = FileSource::open(film);
    if (!file) return tl::unexpected(file.error());
    auto digest = digestOf(*file, std::nullopt);
    if (!digest) return tl::unexpected(digest.error());
    return FilmKey(std::move(*digest));
}

}  // namespace subs::media
