// SPDX-License-Identifier: MIT
#include "format/ass/file_state.h"

#include "format/ass/ascii.h"
#include "format/ass/event_line.h"

#include <algorithm>
#include <limits>

namespace subs::ass {
namespace {

struct KnownSection {
    std::string_view head;
    Section section;
};

constexpr KnownSection kSections[] = {
    {"[Script Info]", Section::Info},
    {"[V4 Styles]", Section::Styles},
    {"[V4+ Styles]", Section::Styles},
    {"[Events]", Section::Events},
    {"[Fonts]", Section::Data},
    {"[Graphics]", Section::Data},
};

const KnownSection* knownSection(std::string_view line) {
    const auto* found =
        std::find_if(std::begin(kSections), std::end(kSections), [line](const KnownSection& s) {
            return beginsWithWord(line, s.head);
        });
    return found == std::end(kSections) ? nullptr : found;
}

bool looksLikeHead(std::string_view line) {
    line = trimmed(line);
    return line.size() > 2 && line.front() == '[' && line.back() == ']';
}

/// UU-encoded lines hold the characters 33 to 96 alone; a head has a small letter or a space.
bool mayBeData(std::string_view line) {
    return std::all_of(line.begin(), line.end(), [](char c) { return c > ' ' && c <= '`'; });
}

/// `side` times a ratio, within 1 and the largest side.
std::int32_t scaled(std::int32_t side, std::int64_t times, std::int64_t by) {
    return static_cast<std::int32_t>(
        std::clamp<std::int64_t>(side * times / by, 1, std::numeric_limits<std::int32_t>::max()));
}

std::optional<std::int32_t> positive(std::string_view text) {
    const std::int32_t value = leadingInt32(text);
    if (value <= 0) return std::nullopt;
    return value;
}

bool isYes(std::string_view text) {
    return beginsWithWord(text, "yes") || leadingInteger(text).value != 0;
}

}  // namespace

Canvas canvasOf(const ScriptInfo& info) {
    Canvas canvas{384, 288, info.wrap, info.scaledBorder};
    if (info.playResX && info.playResY) {
        canvas.width = *info.playResX;
        canvas.height = *info.playResY;
    } else if (info.playResX) {
        canvas.width = *info.playResX;
        canvas.height = canvas.width == 1280 ? 1024 : scaled(canvas.width, 3, 4);
    } else if (info.playResY) {
        canvas.height = *info.playResY;
        canvas.width = canvas.height == 1024 ? 1280 : scaled(canvas.height, 4, 3);
    }
    return canvas;
}

FileState::FileState(Dialect dialect) : dialect_(dialect) {
    setDialect(dialect);
}

void FileState::setDialect(Dialect dialect) {
    dialect_ = dialect;
    usualEvents_ = ass::eventLayout(eventColumns(dialect));
    usualStyles_ = ass::styleLayout(styleColumns(dialect), dialect);
}

LineKind FileState::take(std::string_view line) {
    line.remove_prefix(leadingBlanks(line));
    if (line.empty()) return section_ == Section::Data ? LineKind::Data : LineKind::Blank;
    if (line.front() == '[' && takeHead(line)) return LineKind::Head;
    if (section_ == Section::Data || section_ == Section::Other) return LineKind::Data;
    if (line.front() == ';' || beginsWithWord(line, "!:")) return LineKind::Remark;
    switch (section_) {
        case Section::Info:
            return takeSetting(line);
        case Section::Styles:
            return takeStyleLine(line);
        case Section::Events:
            return takeEventLine(line);
        default:
            return LineKind::Stray;
    }
}

bool FileState::takeHead(std::string_view line) {
    const KnownSection* known = knownSection(line);
    if (known == nullptr) {
        if (!looksLikeHead(line) || (section_ == Section::Data && mayBeData(line))) return false;
        section_ = Section::Other;
        return true;
    }
    section_ = known->section;
    if (section_ == Section::Styles) {
        setDialect(beginsWithWord(line, "[V4 Styles]") ? Dialect::Ssa : Dialect::Ass);
        styles_.clear();
    }
    if (section_ == Section::Events) events_.clear();
    return true;
}

LineKind FileState::takeSetting(std::string_view line) {
    const auto [key, value] = settingOf(line);
    if (key.empty()) return LineKind::Stray;
    if (sameWord(key, "Title")) info_.title = value;
    if (sameWord(key, "Language")) info_.language = value;
    if (sameWord(key, "PlayResX")) info_.playResX = positive(value);
    if (sameWord(key, "PlayResY")) info_.playResY = positive(value);
    if (sameWord(key, "ScaledBorderAndShadow")) info_.scaledBorder = isYes(value);
    if (sameWord(key, "WrapStyle")) {
        const std::int64_t wrap = leadingInteger(value).value;
        info_.wrap = wrap >= 0 && wrap <= 3 ? static_cast<WrapStyle>(wrap) : WrapStyle::Smart;
    }
    return LineKind::Setting;
}

LineKind FileState::takeStyleLine(std::string_view line) {
    if (beginsWithWord(line, "Style:")) return LineKind::Style;
    if (!beginsWithWord(line, "Format:")) return LineKind::Stray;
    styles_ = ass::styleLayout(line.substr(7), dialect_);
    return styles_.empty() ? LineKind::BadFormat : LineKind::Format;
}

LineKind FileState::takeEventLine(std::string_view line) {
    if (eventHead(line)) return LineKind::Event;
    if (beginsWithWord(line, "Format:")) {
        events_ = ass::eventLayout(line.substr(7));
        return events_.empty() ? LineKind::BadFormat : LineKind::Format;
    }
    constexpr std::string_view kOthers[] = {"Picture:", "Sound:", "Movie:", "Command:"};
    const bool other =
        std::any_of(std::begin(kOthers), std::end(kOthers), [line](std::string_view word) {
            return beginsWithWord(line, word);
        });
    return other ? LineKind::OtherEvent : LineKind::Stray;
}

Setting settingOf(std::string_view line) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return {};
    return {trimmed(line.substr(0, colon)), trimmed(line.substr(colon + 1))};
}

}  // namespace subs::ass
