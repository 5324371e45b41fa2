// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>

#include "format/ass/layout.h"
#include "format/ass/text_reader.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// What the lines of a file so far say about the next one. The reader and the writer both walk with
// it, so that they read each line alike.
namespace subs::ass {

enum class Section : std::uint8_t {
    None,
    Info,
    Styles,
    Events,
    Data,  ///< [Fonts] and [Graphics]: UU-encoded lines, which may begin with `[` themselves.
    Other,
};

enum class LineKind : std::uint8_t {
    Blank,
    Head,       ///< "[Events]"
    Remark,     ///< "; note", "!: note"
    Setting,    ///< "PlayResX: 1920"
    Format,     ///< "Format: ..."
    BadFormat,  ///< A "Format:" line that names too little; the usual columns are taken.
    Style,
    Event,       ///< Dialogue or comment.
    OtherEvent,  ///< Picture, sound, movie, command.
    Data,        ///< Inside of [Fonts], [Graphics] and sections that are not known.
    Stray,       ///< Not understood.
};

/// The settings of [Script Info] that mean something to us; the last of each counts.
struct ScriptInfo {
    std::string title;
    std::string language;
    std::optional<std::int32_t> playResX;
    std::optional<std::int32_t> playResY;
    WrapStyle wrap = WrapStyle::Smart;
    bool scaledBorder = false;
};

/// The canvas that players take: 384 × 288 without a size, 4:3 (or 1280 × 1024) with one side only
/// (libass).
Canvas canvasOf(const ScriptInfo& info);

class FileState {
public:
    explicit FileState(Dialect dialect);

    /// What `line` (without its line end) is; remembers what it says about later ones.
    LineKind take(std::string_view line);

    Section section() const { return section_; }
    Dialect dialect() const { return dialect_; }  ///< By the styles' section.
    const ScriptInfo& info() const { return info_; }
    const EventLayout& eventLayout() const { return events_.empty() ? usualEvents_ : events_; }
    const StyleLayout& styleLayout() const { return styles_.empty() ? usualStyles_ : styles_; }
    SoftBreak softBreak() const {
        return info_.wrap == WrapStyle::None ? SoftBreak::LineBreak : SoftBreak::Space;
    }
    bool sawFormat() const { return !events_.empty(); }

private:
    bool takeHead(std::string_view line);
    void setDialect(Dialect dialect);
    LineKind takeSetting(std::string_view line);
    LineKind takeStyleLine(std::string_view line);
    LineKind takeEventLine(std::string_view line);

    Section section_ = Section::None;
    Dialect dialect_;
    ScriptInfo info_;
    EventLayout events_;
    StyleLayout styles_;
    EventLayout usualEvents_;
    StyleLayout usualStyles_;
};

/// Key and value of a setting's line, both trimmed; the key is empty where the line is none.
struct Setting {
    std::string_view key;
    std::string_view value;
};
Setting settingOf(std::string_view line);

}  // namespace subs::ass
