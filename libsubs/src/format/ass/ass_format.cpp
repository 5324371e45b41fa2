// SPDX-License-Identifier: MIT
#include "format/ass/ass_format.h"

#include <subs/format/features.h>
#include <subs/text/newline.h>

#include "format/ass/ascii.h"
#include "format/ass/asides.h"
#include "format/ass/event_line.h"
#include "format/ass/file_state.h"
#include "format/ass/losses.h"
#include "format/ass/markup.h"
#include "format/ass/new_file.h"
#include "format/ass/reader.h"
#include "format/ass/values.h"
#include "format/ass/writer.h"

namespace subs {
namespace {

using ass::Dialect;

std::vector<Capability> capabilitiesOf(Dialect dialect) {
    const Grade layer = dialect == Dialect::Ass ? Grade::Full : Grade::None;
    const Grade styles = dialect == Dialect::Ass ? Grade::Full : Grade::Approximate;
    return {
        {feature::kBold, Grade::Full},
        {feature::kItalic, Grade::Full},
        {feature::kUnderline, Grade::Full},
        {feature::kStrike, Grade::Full},
        {feature::kColor, Grade::Full},
        {feature::kFont, Grade::Full},
        {feature::kFontSize, Grade::Full},
        {feature::kKaraoke, Grade::Full},
        {feature::kVoice, Grade::None},
        {feature::kClass, Grade::None},
        {feature::kLanguage, Grade::None},
        {feature::kRuby, Grade::Approximate},
        {feature::kInnerTime, Grade::Full},
        {feature::kTextComment, Grade::Full},
        {feature::kDrawing, Grade::Full},
        {feature::kOverrides, Grade::Full},
        {feature::kAlignment, Grade::Full},
        {feature::kCoordinates, Grade::None},
        {feature::kFades, Grade::Full},
        {feature::kStyles, styles},
        {feature::kLayer, layer},
        {feature::kMargins, Grade::Full},
        {feature::kSpeaker, Grade::Full},
        {feature::kEffect, Grade::Full},
        {feature::kComment, Grade::Full},
        {feature::kLabel, Grade::None},
        {feature::kTimePrecision, Grade::Approximate},
        {feature::kNegativeTime, Grade::None},
        {feature::kTimeRange, Grade::Approximate},
        {feature::kMissingEnd, Grade::None},
        {feature::kTitle, Grade::Full},
        {feature::kCanvas, Grade::Full},
        {feature::kRaw, Grade::None},
        {feature::kText, Grade::Approximate},
    };
}

FormatInfo infoOf(Dialect dialect) {
    const bool plus = dialect == Dialect::Ass;
    FormatInfo info;
    info.id = plus ? "ass" : "ssa";
    info.name = plus ? "Advanced SubStation Alpha" : "SubStation Alpha";
    info.extensions = {info.id};
    info.unit = Time::fromCentiseconds(1);
    info.capabilities = capabilitiesOf(dialect);
    return info;
}

/// What the first lines of a text say about it.
struct Signs {
    bool info = false;
    bool plusStyles = false;
    bool oldStyles = false;
    bool events = false;
    bool plusType = false;
    bool oldType = false;
    std::size_t begin = 0;  ///< Where the first head of a section stands.
    std::size_t cues = 0;   ///< Lines of events with their times.

    bool any() const { return info || plusStyles || oldStyles || events; }
};

/// True of an event with a start and an end, which stand behind the first field.
bool isEventWithTimes(std::string_view line) {
    const auto head = ass::eventHead(line);
    if (!head) return false;
    std::string_view fields = line.substr(head->fieldsAt);
    for (const int field : {0, 1, 2}) {
        const std::size_t comma = fields.find(',');
        if (comma == std::string_view::npos) return false;
        if (field > 0 && !ass::parseTime(fields.substr(0, comma))) return false;
        fields.remove_prefix(comma + 1);
    }
    return true;
}

void takeSign(Signs& signs, std::string_view line) {
    using ass::beginsWithWord;
    line = ass::trimmed(line);
    if (beginsWithWord(line, "[Script Info]")) signs.info = true;
    if (beginsWithWord(line, "[V4+ Styles]")) signs.plusStyles = true;
    if (beginsWithWord(line, "[V4 Styles]")) signs.oldStyles = true;
    if (beginsWithWord(line, "[Events]")) signs.events = true;
    if (isEventWithTimes(line)) ++signs.cues;
    const auto [key, value] = ass::settingOf(line);
    if (!ass::sameWord(key, "ScriptType")) return;
    signs.plusType = ass::beginsWithWord(value, "v4.00+");
    signs.oldType = !signs.plusType;
}

Signs signsOf(std::string_view text) {
    Signs signs;
    for (LineReader lines(text.substr(0, kProbedCues)); lines.next();) {
        const bool isFirst = !signs.any();
        takeSign(signs, lines.line());
        if (isFirst) signs.begin = lines.begin();
    }
    return signs;
}

}  // namespace

AssFormat::AssFormat(ass::Dialect dialect) : dialect_(dialect), info_(infoOf(dialect)) {}

Probe AssFormat::probe(std::string_view text) const {
    const Signs signs = signsOf(text);
    if (!signs.any()) return {};
    const bool isOld = signs.oldStyles || (signs.oldType && !signs.plusStyles);
    const bool isPlus = !isOld;
    const bool ours = dialect_ == Dialect::Ass ? isPlus : isOld;
    const bool sure = signs.plusStyles || signs.oldStyles || signs.plusType || signs.oldType;
    const int score = ours ? (sure ? 95 : 80) : 20;
    const char* reason = signs.info ? "a section [Script Info]" : "a section [Events]";
    if (signs.oldStyles) reason = "a section [V4 Styles]";
    if (signs.plusStyles) reason = "a section [V4+ Styles]";
    return {score, reason, signs.begin, signs.cues};
}

/// The heads of its sections begin with these letters, in any case.
bool AssFormat::mayBe(const TextSigns& signs) const {
    return signs.hasBracketed("SsVvEe");
}

std::vector<Aside> AssFormat::asidesIn(const Origin& origin) const {
    return ass::asidesIn(origin, dialect_);
}

Parsed AssFormat::read(Origin origin, const ReadOptions& options) const {
    return ass::readFile(std::move(origin), options, dialect_);
}

LossReport AssFormat::planLowered(const Document& document, const WriteOptions& options) const {
    return ass::losses(document, options, dialect_);
}

Result<std::string> AssFormat::writeLowered(const Document& document,
                                            const WriteOptions& options) const {
    return ass::writeFile(document, options, dialect_);
}

std::string AssFormat::markupOf(const Document& document, const Cue& cue) const {
    return ass::markupOf(document, cue, dialect_);
}

std::unique_ptr<PartReader> AssFormat::partReader(std::string_view,
                                                  const ReadOptions& options) const {
    return ass::partReader(options, dialect_);
}

std::unique_ptr<PartWriter> AssFormat::partWriter(const WriteOptions& options) const {
    return std::make_unique<ass::NewFile>(options, dialect_);
}

}  // namespace subs
