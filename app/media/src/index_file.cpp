// SPDX-License-Identifier: GPL-3.0-or-later
#include "index_file.h"

#include <limits>
#include <utility>

namespace subs::media {
namespace {

constexpr unsigned kBits = 7;
constexpr std::uint64_t kMore = 0x80;

class Writer {
public:
    void put(std::uint64_t number) {
        for (; number >= kMore; number >>= kBits)
            bytes_ += static_cast<char>(number | kMore);
        bytes_ += static_cast<char>(number);
    }
    /// Small numbers of either sign are short.
    void putStep(std::int64_t step) {
        const auto twice = static_cast<std::uint64_t>(step) << 1U;
        put(step < 0 ? ~twice : twice);
    }
    void put(std::string_view text) {
        put(text.size());
        bytes_ += text;
    }
    std::string take() { return std::move(bytes_); }

private:
    std::string bytes_;
};

/// Reads what `Writer` wrote; after a fault all is 0 and `isWhole` false.
class Reader {
public:
    explicit Reader(std::string_view bytes) : bytes_(bytes) {}

    std::uint64_t number() {
        std::uint64_t number = 0;
        for (unsigned shift = 0; shift < std::numeric_limits<std::uint64_t>::digits;
             shift += kBits) {
            if (bytes_.empty()) break;
            const auto byte = static_cast<unsigned char>(bytes_.front());
            bytes_.remove_prefix(1);
            number |= (byte & (kMore - 1)) << shift;
            if (byte < kMore) return number;
        }
        isWhole_ = false;
        bytes_ = {};
        return 0;
    }
    std::int64_t step() {
        const std::uint64_t twice = number();
        const std::uint64_t half = twice >> 1U;
        return static_cast<std::int64_t>((twice & 1U) != 0 ? ~half : half);
    }
    /// How many things follow, each of at least one byte.
    std::size_t count() {
        const std::uint64_t count = number();
        if (count <= bytes_.size()) return static_cast<std::size_t>(count);
        isWhole_ = false;
        bytes_ = {};
        return 0;
    }
    std::string text() {
        const std::size_t size = count();
        std::string text(bytes_.substr(0, size));
        bytes_.remove_prefix(size);
        return text;
    }
    bool isAtEnd() const { return isWhole_ && bytes_.empty(); }

private:
    std::string_view bytes_;
    bool isWhole_ = true;
};

std::int64_t sum(std::int64_t a, std::int64_t b) {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
}

std::int64_t difference(std::int64_t a, std::int64_t b) {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) - static_cast<std::uint64_t>(b));
}

/// Frames or keys.
template <typename Entry>
void putEntries(Writer& out, const std::vector<Entry>& entries) {
    out.put(entries.size());
    Entry last{};
    for (const Entry& entry : entries) {
        out.putStep(difference(entry.stamp, last.stamp));
        out.putStep(difference(entry.order, last.order));
        last = entry;
    }
}

/// Ascending by stamp, as they are looked for; false where they are not.
template <typename Entry>
bool takeEntries(Reader& in, std::vector<Entry>& entries) {
    entries.resize(in.count());
    Entry last{};
    bool isAscending = true;
    for (Entry& entry : entries) {
        entry.stamp = sum(last.stamp, in.step());
        entry.order = sum(last.order, in.step());
        isAscending = isAscending && (&entry == entries.data() || entry.stamp >= last.stamp);
        last = entry;
    }
    return isAscending;
}

}  // namespace

std::string indexBytes(const FilmIndex& index) {
    Writer out;
    out.put(avformat_version());
    out.put(index.hasStamps ? 1 : 0);
    putEntries(out, index.frames);
    putEntries(out, index.keys);
    out.put(index.diagnostics.size());
    for (const Diagnostic& each : index.diagnostics) {
        out.put(static_cast<std::uint64_t>(each.severity));
        out.put(each.code);
        out.put(each.message);
    }
    return out.take();
}

std::optional<FilmIndex> indexFrom(std::string_view bytes) {
    Reader in(bytes);
    FilmIndex index;
    if (in.number() != avformat_version()) return std::nullopt;
    index.hasStamps = in.number() == 1;
    if (!takeEntries(in, index.frames) || !takeEntries(in, index.keys)) return std::nullopt;
    index.diagnostics.resize(in.count());
    for (Diagnostic& each : index.diagnostics) {
        const std::uint64_t severity = in.number();
        if (severity > static_cast<std::uint64_t>(Severity::Error)) return std::nullopt;
        each.severity = static_cast<Severity>(severity);
        each.code = in.text();
        each.message = in.text();
    }
    return in.isAtEnd() ? std::optional(std::move(index)) : std::nullopt;
}

}  // namespace subs::media
