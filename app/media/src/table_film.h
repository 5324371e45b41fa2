// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/file.h>

#include "container.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>

namespace subs::media {

/// An MP4 opened a second time, for its table of samples alone. libavformat gives each packet with
/// all that the table and its edit lists say of it, as in any pass over the packets, and none of
/// the packets' own bytes is read from the disk: they hold nothing that means anything.
///
/// Times are then FFmpeg's to the tick, which its index entries (`avformat_index_get_entry`) are
/// not: those are times of decoding, and what makes times of presentation of them ("ctts",
/// ISO/IEC 14496-12, 8.6.1.3) it keeps to itself.
class TableFilm {
public:
    /// Nothing where the table does not tell everything: in other containers, in fragments, where
    /// damage is to be told of, and of codecs whose packets hold more or less than a picture.
    static std::optional<TableFilm> open(const Container& container, const AVStream& stream);

    const Container& container() const { return container_; }
    const AVStream& stream() const { return *stream_; }

private:
    /// The file as FFmpeg reads it.
    struct Bytes {
        FileSource file;
        std::stop_token stop;
        std::int64_t at = 0;
        bool areLeftOut = false;  ///< What is read from now on holds nothing.

        std::int64_t size() const { return static_cast<std::int64_t>(file.size()); }
    };
    struct IoFreer {
        void operator()(AVIOContext* io) const;
    };

    TableFilm() = default;
    bool openAs(const Container& container, const AVStream& stream);
    static int readBytes(void* opaque, std::uint8_t* buffer, int size);
    static std::int64_t seek(void* opaque, std::int64_t offset, int whence);

    // Each outlives what is below it, and uses it.
    std::unique_ptr<Bytes> bytes_;
    std::unique_ptr<AVIOContext, IoFreer> io_;
    Container container_;
    AVStream* stream_ = nullptr;
};

}  // namespace subs::media
