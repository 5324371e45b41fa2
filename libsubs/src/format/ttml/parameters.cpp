// SPDX-License-Identifier: MIT
#include "format/ttml/parameters.h"

#include "format/ttml/exact_seconds.h"
#include "format/ttml/vocabulary.h"
#include "format/xml/words.h"

#include <optional>
#include <utility>

namespace subs::ttml {
namespace {

constexpr std::int64_t kHighestRate = 1'000'000'000;
constexpr std::int64_t kMostCells = 100'000;

std::optional<std::int64_t> positive(std::string_view text, std::int64_t most) {
    const auto number = wholeNumber(trimmed(text));
    return number && *number > 0 && *number <= most ? number : std::nullopt;
}

/// "1000 1001", as TTML has it; old DFXP files have "1000:1001".
std::optional<std::pair<std::int64_t, std::int64_t>> pairOf(std::string_view text,
                                                            std::int64_t most) {
    text = trimmed(text);
    const std::size_t gap = text.find_first_of(" \t:");
    if (gap == text.npos) return std::nullopt;
    const auto first = positive(text.substr(0, gap), most);
    const auto second = positive(text.substr(gap + 1), most);
    if (!first || !second) return std::nullopt;
    return std::pair(*first, *second);
}

/// "1280px 720px"
std::optional<std::pair<std::int64_t, std::int64_t>> pixelsOf(std::string_view text) {
    const std::string_view width = takeWord(text);
    const std::string_view height = takeWord(text);
    if (!width.ends_with("px") || !height.ends_with("px")) return std::nullopt;
    const auto x = positive(width.substr(0, width.size() - 2), kMostCells);
    const auto y = positive(height.substr(0, height.size() - 2), kMostCells);
    if (!x || !y) return std::nullopt;
    return std::pair(*x, *y);
}

class ParameterReader {
public:
    /// False where the value means nothing.
    bool take(const XmlAttribute& attribute) {
        if (static_cast<Vocabulary>(attribute.vocabulary) == Vocabulary::Styling &&
            attribute.name == "extent")
            return takeExtent(attribute.value);
        if (static_cast<Vocabulary>(attribute.vocabulary) != Vocabulary::Parameter) return true;
        const std::string_view value = trimmed(attribute.value);
        if (attribute.name == "timeBase") return takeTimeBase(value);
        if (attribute.name == "dropMode") return takeDropMode(value);
        if (attribute.name == "markerMode") return takeMarkerMode(value);
        if (attribute.name == "frameRate") return set(frameRate_, positive(value, kHighestRate));
        if (attribute.name == "subFrameRate")
            return set(subFrameRate_, positive(value, kHighestRate));
        if (attribute.name == "tickRate") return set(tickRate_, positive(value, kHighestRate));
        if (attribute.name == "frameRateMultiplier")
            return set(multiplier_, pairOf(value, kHighestRate));
        if (attribute.name == "cellResolution") return set(cells_, pairOf(value, kMostCells));
        return true;
    }

    Parameters finish() {
        Parameters result = result_;
        result.frameRate = frameRate_.value_or(result.frameRate);
        result.subFrameRate = subFrameRate_.value_or(result.subFrameRate);
        result.framesPerSecond = result.frameRate;
        if (multiplier_)
            result.framesPerSecond =
                product(result.framesPerSecond, {multiplier_->first, multiplier_->second});
        // TTML2 §7.2.16: without a tick rate that of subframes, where there is a frame rate.
        const std::int64_t usual =
            frameRate_ && result.frameRate <= kHighestRate / result.subFrameRate
                ? result.frameRate * result.subFrameRate
                : 1;
        result.tickRate = tickRate_.value_or(usual);
        if (cells_) {
            result.columns = static_cast<std::int32_t>(cells_->first);
            result.rows = static_cast<std::int32_t>(cells_->second);
        }
        return result;
    }

private:
    template <class Value>
    static bool set(std::optional<Value>& slot, std::optional<Value> value) {
        if (value) slot = value;
        return value.has_value();
    }

    bool takeTimeBase(std::string_view value) {
        if (value == "smpte") result_.timeBase = TimeBase::Smpte;
        if (value == "clock") result_.timeBase = TimeBase::Clock;
        return value == "media" || value == "smpte" || value == "clock";
    }

    bool takeDropMode(std::string_view value) {
        if (value == "dropNTSC") result_.dropMode = DropMode::DropNtsc;
        if (value == "dropPAL") result_.dropMode = DropMode::DropPal;
        return value == "nonDrop" || value == "dropNTSC" || value == "dropPAL";
    }

    bool takeMarkerMode(std::string_view value) {
        result_.isDiscontinuous = value == "discontinuous";
        return value == "continuous" || value == "discontinuous";
    }

    bool takeExtent(std::string_view value) {
        if (trimmed(value) == "auto" || trimmed(value) == "contain") return true;
        const auto pixels = pixelsOf(value);
        if (!pixels) return false;
        result_.width = static_cast<std::int32_t>(pixels->first);
        result_.height = static_cast<std::int32_t>(pixels->second);
        return true;
    }

    Parameters result_;
    std::optional<std::int64_t> frameRate_;
    std::optional<std::int64_t> subFrameRate_;
    std::optional<std::int64_t> tickRate_;
    std::optional<std::pair<std::int64_t, std::int64_t>> multiplier_;
    std::optional<std::pair<std::int64_t, std::int64_t>> cells_;
};

}  // namespace

Parameters parametersOf(const XmlTag& root,
                        const std::function<void(const XmlAttribute&)>& flawed) {
    ParameterReader reader;
    for (const XmlAttribute& attribute : root.attributes)
        if (!reader.take(attribute) && flawed) flawed(attribute);
    return reader.finish();
}

}  // namespace subs::ttml
