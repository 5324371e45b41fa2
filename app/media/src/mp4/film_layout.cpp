// SPDX-License-Identifier: GPL-3.0-or-later
#include "mp4/film_layout.h"

#include "mp4/box.h"

#include <fmt/format.h>

#include <array>
#include <span>

namespace subs::media::mp4 {
namespace {

constexpr std::uint64_t kMostTables = std::uint64_t{512} << 20U;
constexpr std::size_t kMostBoxes = 100'000;
/// What a size in 32 bits can say.
constexpr std::uint64_t kMostOpen = 0xFFFF'FFFF;

/// Walks over the outermost boxes.
class Walk {
public:
    explicit Walk(const FileSource& film) : film_(film) {
        layout_.size = film.size();
        layout_.isQuickTime = true;
    }

    Result<FilmLayout> run() {
        std::uint64_t at = 0;
        for (std::size_t count = 0; at < layout_.size; ++count) {
            if (count == kMostBoxes) return cannotAdd("it is in more parts than any film has");
            auto size = take(at);
            if (!size) return tl::unexpected(size.error());
            at += *size;
        }
        if (!hasMoov_) return cannotAdd("it has no tables (moov) of what is in it");
        return std::move(layout_);
    }

private:
    /// Answers how large the box at `at` is.
    Result<std::uint64_t> take(std::uint64_t at) {
        std::array<char, kHeaderSize> buffer{};
        const auto got = film_.readAt(at, buffer);
        if (!got) return tl::unexpected(got.error());
        const std::uint64_t left = layout_.size - at;
        BoxHeader header;
        if (!readHeader(std::string_view(buffer.data(), *got), left, header))
            return cannotAdd(
                fmt::format("it is cut off or damaged: what begins at its byte {} is no part of an "
                            "MP4 that ends with the file",
                            at));
        if (header.type == "moof")
            return cannotAdd("it is in fragments, as films are that are sent in pieces");
        if (header.isOpen && header.size > kMostOpen)
            return cannotAdd(
                "its last part has no size of its own and is too long to be given one");
        if (header.isOpen) layout_.openBox = at;
        if (header.type == "ftyp") {
            std::array<char, 4> brand{};
            if (const auto read = film_.readAt(at + header.headerSize, brand); !read)
                return tl::unexpected(read.error());
            layout_.isQuickTime = std::string_view(brand.data(), brand.size()) == "qt  ";
        }
        if (header.type == "moov")
            if (auto taken = takeMoov(at, header); !taken) return tl::unexpected(taken.error());
        return header.size;
    }

    Result<void> takeMoov(std::uint64_t at, const BoxHeader& header) {
        if (hasMoov_) return cannotAdd("it has two tables (moov) of what is in it");
        if (header.size > kMostTables) return cannotAdd("its tables are larger than 512 MB");
        hasMoov_ = true;
        layout_.moovBegin = at;
        layout_.moov.resize(static_cast<std::size_t>(header.size - header.headerSize));
        const auto got = film_.readAt(at + header.headerSize, layout_.moov);
        if (!got) return tl::unexpected(got.error());
        if (*got != layout_.moov.size()) return cannotAdd("it was cut off while it was read");
        return {};
    }

    const FileSource& film_;
    FilmLayout layout_;
    bool hasMoov_ = false;
};

}  // namespace

Result<FilmLayout> layoutOf(const FileSource& film) {
    return Walk(film).run();
}

tl::unexpected<Error> cannotAdd(std::string_view why) {
    return failure("mux.film",
                   fmt::format("text tracks cannot be added to this MP4: {}; name an output that "
                               "ends with .mkv; nothing was written",
                               why));
}

}  // namespace subs::media::mp4
