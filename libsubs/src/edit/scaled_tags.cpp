// SPDX-License-Identifier: MIT
#include "edit/scaled_tags.h"

#include "edit/override_tags.h"
#include "text/letter_kinds.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

namespace subs {
namespace {

bool isOneOf(std::string_view name, std::span<const std::string_view> names) {
    return std::ranges::find(names, name) != names.end();
}

/// Tags of libass 0.17 (ass_parse.c) whose numbers are no lengths on the canvas.
constexpr std::array<std::string_view, 39> kWithoutLengths = {
    "a",   "alpha", "an",  "b",  "be",  "c",    "fad",  "fade", "fax", "fay", "fe", "fn", "fr",
    "frx", "fry",   "frz", "fs", "fsc", "fscx", "fscy", "i",    "k",   "K",   "kf", "ko", "kt",
    "p",   "q",     "r",   "s",  "u",   "1a",   "2a",   "3a",   "4a",  "1c",  "2c", "3c", "4c"};
constexpr std::array<std::string_view, 2> kSizes = {"fsp", "pbo"};
constexpr std::array<std::string_view, 7> kBorders = {
    "bord", "xbord", "ybord", "shad", "xshad", "yshad", "blur"};
constexpr std::array<std::string_view, 3> kPlaces = {"pos", "org", "move"};
constexpr std::array<std::string_view, 2> kClips = {"clip", "iclip"};

/// The points of a path, x before y; a letter begins anew.
std::string scaledPath(std::string_view path, const CanvasScale& scale) {
    constexpr std::string_view kInNumber = "0123456789.+-";
    std::string result;
    bool isAcross = true;
    while (!path.empty()) {
        const bool isNumber = kInNumber.find(path.front()) != kInNumber.npos;
        const std::size_t end = isNumber ? path.find_first_not_of(kInNumber, 1) : std::size_t{1};
        const std::string_view part = path.substr(0, end);
        path.remove_prefix(part.size());
        if (isNumber) {
            result += scaledNumber(part, isAcross ? scale.x : scale.y);
            isAcross = !isAcross;
        } else {
            result += part;
            const char c = part.front();
            if (c != ' ' && c != '\t') isAcross = true;
        }
    }
    return result;
}

/// Scales one tag after the other.
class TagScaler {
public:
    TagScaler(const CanvasScale& scale, std::vector<std::string>& unscaled)
        : scale_(scale), unscaled_(unscaled) {}

    std::string tags(std::string_view text) const {
        return withTags(text, [this](std::string_view tag) { return scaled(tag); });
    }

    std::string scaled(std::string_view text) const {
        OverrideTag tag = overrideTagIn(text);
        const std::string_view name = tag.name;
        if (isOneOf(name, kPlaces))
            scalePoints(tag.arguments);
        else if (isOneOf(name, kClips))
            scaleClip(tag.arguments);
        else if (isOneOf(name, kBorders))
            scaleAll(tag.arguments, scale_.border);
        else if (isOneOf(name, kSizes) || (name == "fs" && !isRelative(tag.arguments)))
            scaleAll(tag.arguments, scale_.size);
        else if (name == "t")
            tag.arguments.back() = tags(tag.arguments.back());
        else
            note(tag, text);
        return spelled(tag);
    }

private:
    /// "\\fs+2" is so many tenths of the size that letters have.
    static bool isRelative(const std::vector<std::string>& arguments) {
        const std::string& text = arguments.front();
        const std::size_t at = text.find_first_not_of(" \t");
        return at != text.npos && (text[at] == '+' || text[at] == '-');
    }

    static void scaleAll(std::vector<std::string>& arguments, double factor) {
        for (std::string& argument : arguments)
            argument = scaledNumber(argument, factor);
    }

    /// Two points at most; what is behind them are times.
    void scalePoints(std::vector<std::string>& arguments) const {
        constexpr std::size_t kMost = 4;
        for (std::size_t i = 0; i < std::min(arguments.size(), kMost); ++i)
            arguments[i] = scaledNumber(arguments[i], i % 2 == 0 ? scale_.x : scale_.y);
    }

    /// Two corners, or a path, before which its scale may stand.
    void scaleClip(std::vector<std::string>& arguments) const {
        constexpr std::size_t kCorners = 4;
        if (arguments.size() == kCorners) return scalePoints(arguments);
        arguments.back() = scaledPath(arguments.back(), scale_);
    }

    void note(const OverrideTag& tag, std::string_view text) const {
        const bool isReset = tag.name.starts_with('r');  // "\\rSign 2" names a style
        if (isReset || isOneOf(tag.name, kWithoutLengths)) return;
        if (std::ranges::any_of(tag.arguments, hasLatinDigit)) unscaled_.emplace_back(text);
    }

    const CanvasScale& scale_;
    std::vector<std::string>& unscaled_;
};

}  // namespace

std::string scaledTags(std::string_view tags,
                       const CanvasScale& scale,
                       std::vector<std::string>& unscaled) {
    return TagScaler(scale, unscaled).tags(tags);
}

std::string scaledDrawing(std::string_view drawing,
                          const CanvasScale& scale,
                          std::vector<std::string>& unscaled) {
    const TagScaler scaler(scale, unscaled);
    return withDrawing(
        drawing,
        [&](std::string_view tag) { return scaler.scaled(tag); },
        [&](std::string_view path) { return scaledPath(path, scale); });
}

}  // namespace subs
