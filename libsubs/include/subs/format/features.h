// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

/// The features that formats hold or lose: the names that a LossItem and a Capability use. Stable,
/// for programs.
namespace subs::feature {

inline constexpr std::string_view kBold = "bold";
inline constexpr std::string_view kItalic = "italic";
inline constexpr std::string_view kUnderline = "underline";
inline constexpr std::string_view kStrike = "strike";
inline constexpr std::string_view kColor = "color";
inline constexpr std::string_view kFont = "font";
inline constexpr std::string_view kFontSize = "font-size";
inline constexpr std::string_view kKaraoke = "karaoke";
inline constexpr std::string_view kVoice = "voice";  ///< Who speaks a part of a text.
inline constexpr std::string_view kClass = "class";
inline constexpr std::string_view kLanguage = "language";  ///< Of a part of a text.
inline constexpr std::string_view kRuby = "ruby";
inline constexpr std::string_view kInnerTime = "inner-time";  ///< Times inside of a text.
inline constexpr std::string_view kTextComment =
    "text-comment";  ///< Markup inside a cue that is never shown.
inline constexpr std::string_view kDrawing = "drawing";
inline constexpr std::string_view kOverrides =
    "overrides";  ///< Markup without a counterpart elsewhere.
inline constexpr std::string_view kAlignment = "alignment";
inline constexpr std::string_view kCoordinates = "coordinates";  ///< SubRip's X1: X2: Y1: Y2:.
inline constexpr std::string_view kFades = "fades";              ///< How a text comes and goes.
inline constexpr std::string_view kStyles = "styles";
inline constexpr std::string_view kLayer = "layer";
inline constexpr std::string_view kMargins = "margins";
inline constexpr std::string_view kSpeaker = "speaker";
inline constexpr std::string_view kEffect = "effect";
inline constexpr std::string_view kComment = "comment";  ///< Cues that are comments.
inline constexpr std::string_view kLabel = "label";      ///< Cue numbers and ids.
inline constexpr std::string_view kTime =
    "time";  ///< When a cue is shown, where it gets the time of another.
inline constexpr std::string_view kTimePrecision = "time-precision";
inline constexpr std::string_view kSendingTime =
    "sending-time";  ///< When a caption is shown, where it takes longer to send than there is time.
inline constexpr std::string_view kNegativeTime = "negative-time";
inline constexpr std::string_view kTimeRange =
    "time-range";  ///< Times larger than can be worked with (time/largest_time.h).
inline constexpr std::string_view kMissingEnd = "missing-end";
inline constexpr std::string_view kTitle = "title";
inline constexpr std::string_view kCanvas = "canvas";
inline constexpr std::string_view kZeroWidthSpace =
    "zero-width-space";  ///< U+200B and U+2060 in cue texts, where a conversion was told to take
                         ///< them out.
inline constexpr std::string_view kRaw =
    "raw";  ///< Stretches of the file that are no cues or styles: headers, what was not understood.
inline constexpr std::string_view kStyleSheet =
    "style-sheet";  ///< Rules of looks in the terms of the format: STYLE and REGION of WebVTT.
inline constexpr std::string_view kAttachment =
    "attachment";  ///< Fonts and pictures inside of the file.
inline constexpr std::string_view kMetadata =
    "metadata";  ///< What is said of the file in fields of its format: author, rights, source.
inline constexpr std::string_view kColumn =
    "column";  ///< Cells of a table that no cue has a word for, one item for each column.
inline constexpr std::string_view kFormula =
    "formula";  ///< That of a cell of a table, where a value takes its place.
inline constexpr std::string_view kUnread =
    "unread";  ///< What a reader missed or may have: behind damage, in another channel of captions.
inline constexpr std::string_view kDamage =
    "damage";  ///< Bytes of the file that are no characters in its encoding.
inline constexpr std::string_view kOtherLanguage =
    "other-language";  ///< A text in the language that was not read, of a file that has two.
inline constexpr std::string_view kTranslation =
    "translation";  ///< That of a text which has none: the source's stands for it, or no text.
inline constexpr std::string_view kPartialTranslation =
    "partial-translation";  ///< That of parts of a text: the source's words stand for them.
inline constexpr std::string_view kInlineCode =
    "inline-code";  ///< Marks of translation tools around words, which no subtitles have.
inline constexpr std::string_view kNote =
    "note";  ///< What is said to those who open the file, or translate a text.
inline constexpr std::string_view kState =
    "state";  ///< How far the translation of a text is: "reviewed".
// What readers tell of looks that a document has no word for (`Parsed::unread`).
inline constexpr std::string_view kAnimation =
    "animation";  ///< Looks that change while a text is shown.
inline constexpr std::string_view kBackground =
    "background";  ///< Boxes behind parts of a text, and the room inside of boxes.
inline constexpr std::string_view kDepth =
    "depth";  ///< How far before or behind the screen a text stands.
inline constexpr std::string_view kEmphasisMarks =
    "emphasis-marks";  ///< Dots and the like beside letters.
inline constexpr std::string_view kForced =
    "forced";  ///< That a text is shown where subtitles are switched off.
inline constexpr std::string_view kOpacity =
    "opacity";  ///< Letters that are seen through, or not seen.
inline constexpr std::string_view kOutline = "outline";  ///< Lines and shadows around letters.
inline constexpr std::string_view kReel = "reel";  ///< Which reel of the film a text belongs to.
inline constexpr std::string_view kRegion =
    "region";  ///< The box that the lines of a text are broken in.
inline constexpr std::string_view kSpacing =
    "spacing";  ///< Distances between lines, and between letters.
inline constexpr std::string_view kWritingDirection =
    "writing-direction";  ///< Vertical text, and text from right to left.
inline constexpr std::string_view kText =
    "text";  ///< Characters that have a meaning in the format.

}  // namespace subs::feature
