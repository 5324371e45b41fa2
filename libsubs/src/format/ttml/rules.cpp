// SPDX-License-Identifier: MIT
#include "format/ttml/rules.h"

#include <subs/format/features.h>

#include <algorithm>
#include <array>

namespace subs::ttml {
namespace {

using namespace feature;

DialectRules ttmlRules() {
    return {Dialect::Ttml,
            "ttml",
            "TTML (IMSC 1.1 text)",
            {"ttml", "xml", "dfxp", "tt"},
            TimeSpelling::Milliseconds,
            {kBold,
             kItalic,
             kUnderline,
             kStrike,
             kColor,
             kFont,
             kFontSize,
             kVoice,
             kRuby,
             kLanguage,
             kInnerTime,
             kAlignment,
             kSpeaker,
             kLabel,
             kMissingEnd,
             kTitle,
             kText}};
}

/// EBU Tech 3380: no lines through letters, no ruby, no times inside of a text, no agents.
DialectRules ebuRules() {
    return {Dialect::EbuTtD,
            "ebu-tt-d",
            "EBU-TT-D",
            {"xml", "ttml", "tt"},
            TimeSpelling::Milliseconds,
            {kBold,
             kItalic,
             kUnderline,
             kColor,
             kFont,
             kFontSize,
             kLanguage,
             kAlignment,
             kLabel,
             kTitle,
             kText}};
}

/// iTunes Timed Text: two regions, one language, one size and family of letters.
DialectRules ittRules() {
    return {Dialect::Itt,
            "itt",
            "iTunes Timed Text",
            {"itt", "ttml", "xml"},
            TimeSpelling::Frames,
            {kBold, kItalic, kUnderline, kColor, kAlignment, kLabel, kTitle, kText}};
}

/// Netflix: times in ticks, text at the top or bottom, Japanese with ruby.
DialectRules netflixRules() {
    return {
        Dialect::Netflix,
        "netflix-ttml",
        "Netflix TTML",
        {"ttml", "dfxp", "xml"},
        TimeSpelling::Ticks,
        {kBold, kItalic, kUnderline, kColor, kLanguage, kRuby, kAlignment, kLabel, kTitle, kText}};
}

/// What no dialect holds in full, and how well.
constexpr std::array<Capability, 32> kOtherFeatures{{{kBold, Grade::None},
                                                     {kItalic, Grade::None},
                                                     {kUnderline, Grade::None},
                                                     {kStrike, Grade::None},
                                                     {kColor, Grade::None},
                                                     {kFont, Grade::None},
                                                     {kFontSize, Grade::None},
                                                     {kKaraoke, Grade::None},
                                                     {kVoice, Grade::None},
                                                     {kClass, Grade::None},
                                                     {kLanguage, Grade::None},
                                                     {kRuby, Grade::Approximate},
                                                     {kInnerTime, Grade::None},
                                                     {kTextComment, Grade::None},
                                                     {kDrawing, Grade::None},
                                                     {kOverrides, Grade::None},
                                                     {kAlignment, Grade::Approximate},
                                                     {kCoordinates, Grade::None},
                                                     {kFades, Grade::None},
                                                     {kStyles, Grade::Approximate},
                                                     {kLayer, Grade::None},
                                                     {kMargins, Grade::None},
                                                     {kSpeaker, Grade::None},
                                                     {kEffect, Grade::None},
                                                     {kComment, Grade::Approximate},
                                                     {kLabel, Grade::None},
                                                     {kTimePrecision, Grade::Approximate},
                                                     {kNegativeTime, Grade::None},
                                                     {kTimeRange, Grade::Approximate},
                                                     {kMissingEnd, Grade::None},
                                                     {kTitle, Grade::None},
                                                     {kCanvas, Grade::None}}};

}  // namespace

bool DialectRules::has(std::string_view feature) const {
    return std::ranges::find(holds, feature) != holds.end();
}

const DialectRules& rulesOf(Dialect dialect) {
    static const std::array<DialectRules, 4> kRules = {
        ttmlRules(), ebuRules(), ittRules(), netflixRules()};
    return kRules.at(static_cast<std::size_t>(dialect));
}

const DialectRules* rulesNamed(std::string_view id) {
    for (const Dialect dialect : {Dialect::Ttml, Dialect::EbuTtD, Dialect::Itt, Dialect::Netflix})
        if (rulesOf(dialect).id == id) return &rulesOf(dialect);
    return nullptr;
}

FormatInfo infoOf(const DialectRules& rules) {
    FormatInfo info;
    info.id = rules.id;
    info.name = rules.name;
    info.extensions = rules.extensions;
    info.unit = Time::fromMilliseconds(1);
    info.capabilities.assign(kOtherFeatures.begin(), kOtherFeatures.end());
    info.capabilities.push_back({kRaw, Grade::None});
    info.capabilities.push_back({kText, Grade::None});
    for (Capability& capability : info.capabilities) {
        if (rules.has(capability.feature)) capability.grade = Grade::Full;
        // Frames end where those that a film can have do.
        const bool isRange = capability.feature == kTimeRange;
        if (isRange && rules.times == TimeSpelling::Frames) capability.grade = Grade::None;
        // It comes as times inside of a text (format/karaoke_times.h).
        if (capability.feature == kKaraoke && rules.has(kInnerTime))
            capability.grade = Grade::Approximate;
    }
    return info;
}

}  // namespace subs::ttml
