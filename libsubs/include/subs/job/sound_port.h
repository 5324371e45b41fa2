// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>
#include <subs/job/container_port.h>
#include <subs/time/time.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What jobs need of a film's sound: how loud it is when, as numbers and as pictures. The film
/// library (app/media) fulfils it.
namespace subs {

/// Which part of the sound is looked at.
enum class SoundChannel : std::uint8_t {
    Dialogue,  ///< The centre where the sound has one, since people speak there; else `Mix`.
    Mix,       ///< The mean of all channels.
    Left,
    Right,
    Centre,
    LowEffects,
    BackLeft,
    BackRight,
    SideLeft,
    SideRight,
    BackCentre,
};

struct NamedChannel {
    SoundChannel channel;
    std::string_view name;
};

constexpr std::array<NamedChannel, 11> kSoundChannels = {{
    {SoundChannel::Dialogue, "dialogue"},
    {SoundChannel::Mix, "mix"},
    {SoundChannel::Left, "left"},
    {SoundChannel::Right, "right"},
    {SoundChannel::Centre, "centre"},
    {SoundChannel::LowEffects, "low-effects"},
    {SoundChannel::BackLeft, "back-left"},
    {SoundChannel::BackRight, "back-right"},
    {SoundChannel::SideLeft, "side-left"},
    {SoundChannel::SideRight, "side-right"},
    {SoundChannel::BackCentre, "back-centre"},
}};

/// "centre"
constexpr std::string_view nameOf(SoundChannel channel) {
    for (const NamedChannel& named : kSoundChannels)
        if (named.channel == channel) return named.name;
    return {};
}

/// The channel of that name; nothing where there is none.
constexpr std::optional<SoundChannel> soundChannelNamed(std::string_view name) {
    for (const NamedChannel& named : kSoundChannels)
        if (named.name == name) return named.channel;
    return std::nullopt;
}

/// From `from` until before `to`, film time.
struct Stretch {
    Time from;
    Time to;

    friend bool operator==(const Stretch&, const Stretch&) = default;
};

/// How far sound swings within a stretch, in steps of 1/32768 of full scale.
struct Peak {
    std::int16_t minimum = 0;
    std::int16_t maximum = 0;
    std::int16_t rms = 0;  ///< The root of the mean square.

    friend bool operator==(const Peak&, const Peak&) = default;
};

/// What is known of the sound that is looked at.
struct SoundFacts {
    SoundChannel asked = SoundChannel::Dialogue;
    SoundChannel heard = SoundChannel::Mix;  ///< What `asked` means in this film.
    int sampleRate = 0;
    std::string layout = {};  ///< FFmpeg's name of the channels: "stereo", "5.1(side)".
    Time begin = {};          ///< Where the sound begins; may be before 0.
    Time end = {};            ///< Of the film or of its sound, whichever is later.

    friend bool operator==(const SoundFacts&, const SoundFacts&) = default;
};

struct SoundRequest {
    std::filesystem::path film;
    SoundChannel channel = SoundChannel::Dialogue;
    std::optional<Time> from;  ///< None: from 0, or where the sound begins before that.
    std::optional<Time> to;    ///< None: until the film's end.
};

/// Peaks of equal stretches one after the other.
struct SoundCurve {
    SoundFacts facts;
    Stretch stretch;
    Time column;  ///< How long each is; what is left over makes one more.
    std::vector<Peak> columns;
};

enum class SoundDrawing : std::uint8_t { Waveform, Spectrogram };

struct SoundPicture {
    SoundFacts facts;
    Stretch stretch;
    std::string png;  ///< A PNG file's bytes.
};

/// Looks at the sound of films. Each call stands alone and may be made from any thread. Errors:
/// "media.no-audio"; "media.no-channel" where the sound has not the one asked for;
/// "media.no-stretch" where `from` is not before `to`; "media.cancelled"; those of opening a film.
class SoundLibrary {
public:
    SoundLibrary() = default;
    SoundLibrary(const SoundLibrary&) = delete;
    SoundLibrary& operator=(const SoundLibrary&) = delete;
    virtual ~SoundLibrary() = default;

    /// Peaks of stretches that are `column` long. From 5 ms on each edge is that of a bin of 5 ms,
    /// so at most 2.5 ms off; below that they are of the samples themselves. Error
    /// "media.too-many-columns" above ten million.
    virtual Result<SoundCurve> curve(const SoundRequest& request,
                                     Time column,
                                     const Watch& watch) = 0;
    /// The sound drawn `width` × `height` pixels large.
    virtual Result<SoundPicture> picture(const SoundRequest& request,
                                         SoundDrawing drawing,
                                         int width,
                                         int height,
                                         const Watch& watch) = 0;
};

}  // namespace subs
