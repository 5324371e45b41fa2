// SPDX-License-Identifier: GPL-3.0-or-later
#include "mp4/text_trak.h"

#include <subs/job/track_language.h>

#include "mp4/box.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace subs::media::mp4 {
namespace {

/// 1 as a fixed-point number, of 16 and of 30 places.
constexpr std::uint32_t kOne16 = 0x1'0000;
constexpr std::uint32_t kOne30 = 0x4000'0000;

/// Numbers of 32 bits in version 0 of a box, of 64 in version 1 where one needs them.
class Version {
public:
    explicit Version(std::uint64_t largest) : isLong_(largest > kMostShort) {}
    std::uint8_t number() const { return isLong_ ? 1 : 0; }
    void append(std::string& out, std::uint64_t value) const {
        appendNumber(out, value, isLong_ ? 8 : 4);
    }

private:
    bool isLong_;
};

/// `length` of the track in the movie's ticks, none of it left out.
std::uint64_t inMovie(std::int64_t length, const TextTrak& trak) {
    // Up to a thousand hours of two million ticks by 32 bits: less than 2^74.
    __extension__ using Wide = unsigned __int128;
    const auto rate = static_cast<std::uint64_t>(trak.rate.perSecond());
    const Wide ticks = Wide{static_cast<std::uint64_t>(length)} * trak.movieRate;
    return static_cast<std::uint64_t>((ticks + rate - 1) / rate);
}

std::string header(const TextTrak& trak, std::uint64_t duration) {
    const Version version(duration);
    // In the movie, and enabled where it is shown unasked (8.3.2.3).
    const std::uint32_t flags = trak.isDefault ? 3 : 2;
    std::string out;
    version.append(out, 0);  // created, changed: not known
    version.append(out, 0);
    appendNumber(out, trak.id, 4);
    appendNumber(out, 0, 4);
    version.append(out, duration);
    appendNumber(out, 0, 8);
    appendNumber(out, 0xFFFF, 2);  // layer -1: before the picture
    appendNumber(out, trak.alternateGroup, 2);
    appendNumber(out, 0, 4);  // volume
    for (const std::uint32_t value : {kOne16,
                                      std::uint32_t{0},
                                      std::uint32_t{0},
                                      std::uint32_t{0},
                                      kOne16,
                                      std::uint32_t{0},
                                      std::uint32_t{0},
                                      std::uint32_t{0},
                                      kOne30})
        appendNumber(out, value, 4);
    // As large as the box of the texts: top, left, bottom and right from byte 10 on.
    appendNumber(out, numberAt(trak.description, 16, 2) << 16U, 4);
    appendNumber(out, numberAt(trak.description, 14, 2) << 16U, 4);
    return fullBox("tkhd", version.number(), flags, out);
}

/// Nothing where the track begins with the movie.
std::string edits(const TextTrak& trak, std::uint64_t duration) {
    if (trak.emptyFirst == 0) return {};
    const Version version(duration);
    std::string out;
    appendNumber(out, 2, 4);
    version.append(out, trak.emptyFirst);
    version.append(out, ~std::uint64_t{0});  // nothing of the track
    appendNumber(out, kOne16, 4);
    version.append(out, duration - trak.emptyFirst);
    version.append(out, 0);
    appendNumber(out, kOne16, 4);
    return box("edts", fullBox("elst", version.number(), 0, out));
}

/// Three letters in fifteen bits (8.4.2.3).
std::uint16_t packed(std::string_view language) {
    unsigned value = 0;
    for (const char letter : language)
        value = value << 5U | (static_cast<unsigned>(letter) - 0x60U);
    return static_cast<std::uint16_t>(value);
}

std::string mediaHeader(const TextTrak& trak, const TextSamples& samples) {
    const auto length = static_cast<std::uint64_t>(samples.length);
    const Version version(length);
    std::string out;
    version.append(out, 0);
    version.append(out, 0);
    appendNumber(out, static_cast<std::uint64_t>(trak.rate.perSecond()), 4);
    version.append(out, length);
    appendNumber(out, packed(mp4Language(trak.language)), 2);
    appendNumber(out, 0, 2);
    return fullBox("mdhd", version.number(), 0, out);
}

/// Where three letters do not say all of it: of "km-KH" (8.4.6).
std::string extendedLanguage(const TextTrak& trak) {
    const bool isMore = trak.language.find('-') != std::string::npos;
    return isMore ? fullBox("elng", 0, 0, trak.language + '\0') : std::string();
}

/// What kind of track it is: a word of four letters, and a name for people.
std::string handler(std::string_view family,
                    std::string_view type,
                    std::string_view name,
                    bool isQuickTime) {
    std::string out(family);
    out += type;
    appendNumber(out, 0, 8);
    appendNumber(out, 0, 4);
    if (isQuickTime) {
        name = name.substr(0, 0xFF);
        appendNumber(out, name.size(), 1);
        out += name;
    } else {
        out.append(name) += '\0';
    }
    return fullBox("hdlr", 0, 0, out);
}

std::string mediaKind(bool isQuickTime) {
    if (!isQuickTime) return fullBox("nmhd", 0, 0, {});
    // Drawn as it is, with a ground of grey that is not used.
    std::string out;
    appendNumber(out, 0x40, 2);
    for (int i = 0; i < 3; ++i)
        appendNumber(out, 0x8000, 2);
    appendNumber(out, 0, 4);
    return box("gmhd", fullBox("gmin", 0, 0, out)) +
           handler("dhlr", "url ", "DataHandler", isQuickTime);
}

/// The samples are in this file.
std::string dataPlace() {
    std::string out;
    appendNumber(out, 1, 4);
    return box("dinf", fullBox("dref", 0, 0, out + fullBox("url ", 0, 1, {})));
}

std::string sampleDescription(const TextTrak& trak) {
    std::string description = trak.description;
    // All texts are forced, and so some are (Apple's QuickTime File Format, subtitle media).
    if (trak.isForced && !description.empty())
        description[0] = static_cast<char>(description[0] | 0xC0);
    std::string entry;
    appendNumber(entry, 0, 6);
    appendNumber(entry, 1, 2);
    std::string out;
    appendNumber(out, 1, 4);
    return fullBox("stsd", 0, 0, out + box("tx3g", entry + description));
}

/// Durations, and all samples in one chunk.
std::string sampleTable(const TextTrak& trak, const TextSamples& samples, std::uint64_t offset) {
    std::string times;
    appendNumber(times, samples.durations.size(), 4);
    for (const TextSamples::Run& run : samples.durations) {
        appendNumber(times, run.count, 4);
        appendNumber(times, run.duration, 4);
    }
    std::string chunks;
    appendNumber(chunks, 1, 4);
    appendNumber(chunks, 1, 4);
    appendNumber(chunks, samples.sizes.size(), 4);
    appendNumber(chunks, 1, 4);
    std::string sizes;
    appendNumber(sizes, 0, 4);
    appendNumber(sizes, samples.sizes.size(), 4);
    for (const std::uint32_t size : samples.sizes)
        appendNumber(sizes, size, 4);
    const bool isFar = offset > kMostShort;
    std::string offsets;
    appendNumber(offsets, 1, 4);
    appendNumber(offsets, offset, isFar ? 8 : 4);
    return box("stbl",
               sampleDescription(trak) + fullBox("stts", 0, 0, times) +
                   fullBox("stsc", 0, 0, chunks) + fullBox("stsz", 0, 0, sizes) +
                   fullBox(isFar ? "co64" : "stco", 0, 0, offsets));
}

/// The name where FFmpeg and QuickTime look for it, and that it is forced in DASH's words.
std::string userData(const TextTrak& trak, std::string_view name) {
    constexpr std::string_view kForced("urn:mpeg:dash:role:2011\0forced-subtitle\0", 40);
    std::string out;
    if (!trak.name.empty()) out += box("name", name);
    if (trak.isForced) out += fullBox("kind", 0, 0, kForced);
    return out.empty() ? out : box("udta", out);
}

}  // namespace

std::uint64_t movieDuration(const TextTrak& trak, const TextSamples& samples) {
    const std::uint64_t shown = inMovie(samples.shown, trak);
    // With the beginning of what is behind the last text.
    return trak.emptyFirst == 0 ? shown : trak.emptyFirst + shown + 1;
}

std::string trakBox(const TextTrak& trak, const TextSamples& samples, std::uint64_t offset) {
    const std::uint64_t duration = movieDuration(trak, samples);
    std::string name = trak.name.empty() ? "SubtitleHandler" : trak.name;
    std::erase(name, '\0');
    const std::string_view family =
        trak.isQuickTime ? std::string_view("mhlr") : std::string_view("\0\0\0\0", 4);
    const std::string media = box(
        "mdia",
        mediaHeader(trak, samples) + handler(family, "sbtl", name, trak.isQuickTime) +
            extendedLanguage(trak) +
            box("minf",
                mediaKind(trak.isQuickTime) + dataPlace() + sampleTable(trak, samples, offset)));
    return box("trak",
               header(trak, duration) + edits(trak, duration) + media + userData(trak, name));
}

}  // namespace subs::media::mp4
