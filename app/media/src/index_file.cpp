// SPDX-License-Identifier: GPL-3.0-or-later
#include "index_file.h"

#include "byte_order.h"

#include <utility>

namespace subs::media {
namespace {

std::int64_t sum(std::int64_t a, std::int64_t b) {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
}

std::int64_t difference(std::int64_t a, std::int64_t b) {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) - static_cast<std::uint64_t>(b));
}

/// How many things follow, each of at least one byte; 0 where there is no room for them.
std::size_t countIn(ByteReader& in, bool& isRight) {
    const std::uint64_t count = in.compact();
    isRight = isRight && count <= in.left();
    return isRight ? static_cast<std::size_t>(count) : 0;
}

/// Frames or keys.
template <typename Entry>
void putEntries(ByteWriter& out, const std::vector<Entry>& entries) {
    out.compact(entries.size());
    Entry last{};
    for (const Entry& entry : entries) {
        out.compactStep(difference(entry.stamp, last.stamp));
        out.compactStep(difference(entry.order, last.order));
        last = entry;
    }
}

/// Ascending by stamp, as they are looked for; false where they are not.
template <typename Entry>
bool takeEntries(ByteReader& in, std::vector<Entry>& entries) {
    bool isAscending = true;
    entries.resize(countIn(in, isAscending));
    Entry last{};
    for (Entry& entry : entries) {
        entry.stamp = sum(last.stamp, in.compactStep());
        entry.order = sum(last.order, in.compactStep());
        isAscending = isAscending && (&entry == entries.data() || entry.stamp >= last.stamp);
        last = entry;
    }
    return isAscending;
}

}  // namespace

std::string indexBytes(const FilmIndex& index) {
    ByteWriter out;
    out.compact(avformat_version());
    out.compact(index.hasStamps ? 1 : 0);
    putEntries(out, index.frames);
    putEntries(out, index.keys);
    out.compact(index.diagnostics.size());
    for (const Diagnostic& each : index.diagnostics) {
        out.number(static_cast<std::uint8_t>(each.severity));
        out.counted(each.code);
        out.counted(each.message);
    }
    return out.bytes();
}

std::optional<FilmIndex> indexFrom(std::string_view bytes) {
    ByteReader in(bytes);
    FilmIndex index;
    if (in.compact() != avformat_version()) return std::nullopt;
    index.hasStamps = in.compact() == 1;
    if (!takeEntries(in, index.frames) || !takeEntries(in, index.keys)) return std::nullopt;
    bool isRight = true;
    index.diagnostics.resize(countIn(in, isRight));
    for (Diagnostic& each : index.diagnostics) {
        const auto severity = in.number<std::uint8_t>();
        isRight = isRight && severity <= static_cast<std::uint8_t>(Severity::Error);
        each.severity = static_cast<Severity>(severity);
        each.code = in.counted();
        each.message = in.counted();
    }
    return isRight && in.isAtEnd() ? std::optional(std::move(index)) : std::nullopt;
}

}  // namespace subs::media
