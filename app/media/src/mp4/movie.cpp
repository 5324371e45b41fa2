// SPDX-License-Identifier: GPL-3.0-or-later
#include "mp4/movie.h"

#include "mp4/film_layout.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace subs::media::mp4 {
namespace {

constexpr std::uint32_t kNoId = 0xFFFF'FFFF;
/// Sizes of what `mvhd` and `tkhd` hold, by their version.
using Sizes = std::array<std::size_t, 2>;
constexpr Sizes kMovieHeader = {100, 112};
constexpr Sizes kTrackHeader = {84, 96};

/// Where the fields of a header are that stand behind its times.
struct Fields {
    std::uint8_t version = 0;
    std::size_t numberSize = 4;  ///< Of times and durations.
};

/// Other bytes in the place of some of the content.
struct Splice {
    std::size_t begin = 0;
    std::size_t size = 0;
    std::string bytes;
};

/// Nothing where a header is too short or of a version that is not known.
std::optional<Fields> fieldsOf(std::string_view content, const Sizes& sizes) {
    if (content.size() < 4) return std::nullopt;
    const auto version = static_cast<std::uint8_t>(content[0]);
    if (version > 1 || content.size() < sizes.at(version)) return std::nullopt;
    return Fields{version, version == 0 ? std::size_t{4} : std::size_t{8}};
}

/// `mvhd` as it is with another next id, and another duration where it has one; in version 1 where
/// that needs it.
std::string movieHeader(std::string_view content,
                        std::optional<std::uint64_t> duration,
                        std::uint32_t nextId) {
    const Fields fields = *fieldsOf(content, kMovieHeader);
    const std::size_t size = fields.numberSize;
    const bool isLong = size == 8 || duration.value_or(0) > kMostShort;
    const std::size_t now = isLong ? 8 : 4;
    const std::size_t durationAt = 4 + 2 * size + 4;
    const std::size_t rest = durationAt + size;
    std::string out;
    appendNumber(out, numberAt(content, 4, size), now);         // created
    appendNumber(out, numberAt(content, 4 + size, size), now);  // changed
    out += content.substr(4 + 2 * size, 4);                     // ticks a second
    appendNumber(out, duration.value_or(numberAt(content, durationAt, size)), now);
    out += content.substr(rest, content.size() - rest - 4);
    appendNumber(out, nextId, 4);
    const auto flags = static_cast<std::uint32_t>(numberAt(content, 1, 3));
    return fullBox("mvhd", isLong ? 1 : 0, flags, out);
}

}  // namespace

Result<Movie> Movie::parsed(std::string content) {
    Movie movie;
    movie.content_ = std::move(content);
    BoxReader boxes(movie.content_);
    while (boxes.next())
        if (auto done = movie.take(boxes.box()); !done) return tl::unexpected(done.error());
    if (boxes.isDamaged()) return cannotAdd("its tables (moov) are damaged");
    if (movie.header_.size == 0) return cannotAdd("its tables have no head (mvhd)");
    return movie;
}

Result<void> Movie::take(const Box& box) {
    if (box.type == "mvex")
        return cannotAdd("it is in fragments, as films are that are sent in pieces");
    if (box.type == "cmov") return cannotAdd("its tables are compressed");
    if (box.type == "rmra") return cannotAdd("it is a list of other films");
    if (box.type == "mvhd") {
        if (header_.size > 0) return cannotAdd("its tables have two heads (mvhd)");
        header_.begin = box.begin;
        header_.size = box.size;
        return takeHeader(box.content);
    }
    if (box.type == "trak") {
        tracks_.push_back({box.begin, box.size, 0, 0, 0});
        return takeTrack(box.content, box.contentBegin());
    }
    return {};
}

Result<void> Movie::takeHeader(std::string_view content) {
    const auto fields = fieldsOf(content, kMovieHeader);
    if (!fields) return cannotAdd("the head of its tables (mvhd) is damaged");
    const std::size_t size = fields->numberSize;
    header_.timeScale = static_cast<std::uint32_t>(numberAt(content, 4 + 2 * size, 4));
    const std::uint64_t duration = numberAt(content, 4 + 2 * size + 4, size);
    const std::uint64_t unknown = size == 4 ? 0xFFFF'FFFF : ~std::uint64_t{0};
    if (duration != unknown) header_.duration = duration;
    header_.nextTrackId =
        static_cast<std::uint32_t>(numberAt(content, kMovieHeader.at(fields->version) - 4, 4));
    if (header_.timeScale == 0) return cannotAdd("the head of its tables (mvhd) has no time scale");
    return {};
}

Result<void> Movie::takeTrack(std::string_view trak, std::size_t contentBegin) {
    MovieTrack& track = tracks_.back();
    BoxReader boxes(trak);
    while (boxes.next()) {
        const Box& box = boxes.box();
        if (box.type != "tkhd") continue;
        const auto fields = fieldsOf(box.content, kTrackHeader);
        if (!fields) break;
        const std::size_t size = fields->numberSize;
        track.id = static_cast<std::uint32_t>(numberAt(box.content, 4 + 2 * size, 4));
        // Behind id, four bytes, duration, eight bytes and the layer.
        const std::size_t group = 4 + 2 * size + 4 + 4 + size + 8 + 2;
        track.alternateGroup = static_cast<std::uint16_t>(numberAt(box.content, group, 2));
        track.flagsAt = contentBegin + box.contentBegin() + 3;
        return {};
    }
    return cannotAdd("the table of one of its tracks (trak) is damaged");
}

std::optional<std::size_t> Movie::indexOf(std::uint32_t id) const {
    const auto found = std::ranges::find(tracks_, id, &MovieTrack::id);
    if (found == tracks_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - tracks_.begin());
}

std::vector<std::uint32_t> Movie::freeIds(std::size_t count) const {
    std::set<std::uint32_t> taken;
    for (const MovieTrack& track : tracks_)
        taken.insert(track.id);
    // All ones say that a search is needed (8.2.2.3), as does one that is not free.
    const std::uint64_t largest = taken.empty() ? 0 : *taken.rbegin();
    std::uint64_t next = std::max<std::uint64_t>(largest + 1, header_.nextTrackId);
    if (next + count >= kNoId) next = 1;
    std::vector<std::uint32_t> ids;
    for (; ids.size() < count; ++next)
        if (!taken.contains(static_cast<std::uint32_t>(next)))
            ids.push_back(static_cast<std::uint32_t>(next));
    return ids;
}

std::uint16_t Movie::freeGroup() const {
    std::set<std::uint16_t> taken = {0};
    for (const MovieTrack& track : tracks_)
        taken.insert(track.alternateGroup);
    std::uint16_t group = 0;
    while (taken.contains(group) && group < 0x7FFF)
        ++group;
    return group;
}

std::string Movie::with(std::span<const TrackToAdd> more,
                        std::span<const std::size_t> disabled) const {
    std::optional<std::uint64_t> duration = header_.duration;
    std::uint32_t nextId = header_.nextTrackId;
    std::size_t behindLast = header_.begin + header_.size;
    for (const MovieTrack& track : tracks_)
        behindLast = std::max(behindLast, track.begin + track.size);
    std::vector<Splice> splices;
    std::string atEnd;
    for (const TrackToAdd& track : more) {
        if (duration) duration = std::max(*duration, track.duration);
        if (nextId != kNoId) nextId = std::max(nextId, track.id + 1);
        if (!track.inPlaceOf) {
            atEnd += track.trak;
            continue;
        }
        const MovieTrack& old = tracks_[*track.inPlaceOf];
        splices.push_back({old.begin, old.size, track.trak});
    }
    splices.push_back({behindLast, 0, std::move(atEnd)});
    BoxReader header(std::string_view(content_).substr(header_.begin, header_.size));
    header.next();
    splices.push_back(
        {header_.begin, header_.size, movieHeader(header.box().content, duration, nextId)});
    // From the end on, so that what lies before stays where it is.
    std::ranges::sort(splices, std::ranges::greater(), &Splice::begin);
    std::string content = content_;
    for (const std::size_t i : disabled)
        content[tracks_[i].flagsAt] = static_cast<char>(content[tracks_[i].flagsAt] & ~1);
    for (const Splice& splice : splices)
        content.replace(splice.begin, splice.size, splice.bytes);
    return box("moov", content);
}

}  // namespace subs::media::mp4
