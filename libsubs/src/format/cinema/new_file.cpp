// SPDX-License-Identifier: MIT
#include "format/cinema/new_file.h"

#include <subs/format/features.h>
#include <subs/model/style_index.h>
#include <subs/text/language_tag.h>
#include <subs/text/newline.h>
#include <subs/text/script.h>

#include "format/cinema/content_id.h"
#include "format/cinema/cue_units.h"
#include "format/cinema/fade_codes.h"
#include "format/cinema/lines.h"
#include "format/cinema/text_writer.h"
#include "format/document_losses.h"
#include "format/edges.h"
#include "format/fades.h"
#include "format/likely_size.h"
#include "format/patch.h"
#include "format/xml/xml_characters.h"
#include "format/xml/xml_declaration.h"
#include "model/em_height.h"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>

namespace subs::cinema {
namespace {

/// Letters as a file without styles has them.
Look usualLook() {
    Look look;
    look.effect = Effect::Border;
    return look;
}

/// True of cues that there is no place for: drawings without text, notes of nothing.
bool isOmitted(const Cue& cue) {
    if (!isBlank(cue.text.plain)) return false;
    return cue.kind == CueKind::Comment ||
           std::ranges::any_of(cue.text.spans,
                               [](const Span& span) { return span.kind == SpanKind::Drawing; });
}

Effect effectOf(const Style& style) {
    if (style.outline > 0 || style.border == BorderStyle::OpaqueBox) return Effect::Border;
    return style.shadow > 0 ? Effect::Shadow : Effect::None;
}

Look lookOf(const Style& style, std::int32_t canvasHeight) {
    Look look;
    look.size = pointsOf(style.fontSize, canvasHeight, heightOfEm(style.fontName));
    look.color = style.primary;
    look.effect = effectOf(style);
    look.effectColor = look.effect == Effect::Shadow ? style.backColor : style.outlineColor;
    look.italic = style.italic;
    look.bold = style.bold;
    look.underline = style.underline;
    return look;
}

/// "2026-11-28T17:54:34+00:00"
std::string dateText(std::int64_t secondsSince1970) {
    constexpr std::int64_t kDay = 86'400;
    constexpr std::int64_t kHour = 3600;
    constexpr std::int64_t kMinute = 60;
    const std::int64_t second = std::max<std::int64_t>(secondsSince1970, 0);
    // Days to a date: H. Hinnant, "chrono-compatible low-level date algorithms".
    const std::int64_t z = second / kDay + 719'468;
    const std::int64_t era = z / 146'097;
    const std::int64_t dayOfEra = z - era * 146'097;
    const std::int64_t yearOfEra =
        (dayOfEra - dayOfEra / 1460 + dayOfEra / 36'524 - dayOfEra / 146'096) / 365;
    const std::int64_t dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const std::int64_t m = (5 * dayOfYear + 2) / 153;
    const std::int64_t month = m < 10 ? m + 3 : m - 9;
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}+00:00",
                       yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
                       month,
                       dayOfYear - (153 * m + 2) / 5 + 1,
                       second % kDay / kHour,
                       second % kHour / kMinute,
                       second % kMinute);
}

class NewFile {
public:
    NewFile(const Document& document, const WriteOptions& options, Dialect dialect)
        : document_(document),
          styles_(document),
          options_(options),
          dialect_(dialect),
          words_(wordsOf(dialect)),
          canvas_(document.canvas.value_or(Canvas())),
          units_(document, options, newUnits(dialect, options.timeline)),
          edges_(document, options, NegativeTimes::Clamped),
          newline_(bytesOf(newlineFor(document, options.newline))) {}

    Result<std::string> run() {
        if (auto fits = checkRate(dialect_, options_.timeline); !fits)
            return tl::unexpected(fits.error());
        std::string list;
        list.reserve(likelySize(document_, 400));
        std::string font;
        bool any = false;
        const bool hasWords = !std::ranges::all_of(document_.cues, [this](const Cue& cue) {
            return cue.kind == CueKind::Comment || isPictureAlone(cue);
        });
        for (std::size_t i = 0; i < document_.cues.size(); ++i) {
            const Cue& cue = document_.cues[i];
            if (isOmitted(cue)) continue;
            any = true;
            if (cue.kind == CueKind::Comment) {
                appendComment(list, cue, !font.empty());
                continue;
            }
            changeFont(list, font, hasWords ? fontAttributes(lookFor(cue), dialect_) : "");
            if (auto done = appendCue(list, i); !done) return tl::unexpected(done.error());
        }
        if (!any) return std::string();
        if (dialect_ == Dialect::Dcdm && !hasSubtitle())
            return failure("cinema.no-subtitle",
                           "a DCDM file has a subtitle at least, and here are notes alone");
        changeFont(list, font, {});
        list.insert(0, head(list));
        list += tail();
        return list;
    }

    LossReport plan() {
        LossReport losses;
        reportStyles(document_, "a Font element; the name of the font is not kept", losses);
        if (!isGridOfCinema()) reportCanvas(document_, losses);
        if (dialect_ == Dialect::Dcdm) reportLanguage(document_, losses);
        reportRaw(document_, losses);
        for (std::size_t i = 0; i < document_.cues.size(); ++i)
            planCue(i, losses);
        return losses;
    }

    std::string contentOf(const Cue& cue) {
        std::string content;
        appendTexts(content, cue, {});
        return content;
    }

private:
    void line(std::string& out, std::size_t depth, std::string_view text) const {
        out.append(depth * 2, ' ').append(text).append(newline_);
    }

    /// SubtitleList of ST 428-7 is never empty.
    bool hasSubtitle() const {
        return std::ranges::any_of(document_.cues, [](const Cue& cue) {
            return cue.kind == CueKind::Dialogue && !isOmitted(cue);
        });
    }

    std::size_t listDepth() const { return dialect_ == Dialect::Dcdm ? 2 : 1; }

    /// Cinema files have no canvas; theirs is the grid that they are read on.
    bool isGridOfCinema() const {
        const bool isCinema = document_.format == wordsOf(Dialect::Dcdm).id ||
                              document_.format == wordsOf(Dialect::Interop).id;
        return isCinema && document_.canvas == kGrid;
    }

    static std::string element(std::string_view name, std::string_view content) {
        std::string text = "<" + std::string(name) + ">";
        appendXml(text, content, 0, content.size());
        return text + "</" + std::string(name) + ">";
    }

    /// True of a cue that is an Image element of this format and nothing else.
    bool isPictureAlone(const Cue& cue) const {
        return document_.format == words_.id && cue.text.plain.empty() &&
               std::ranges::any_of(cue.text.spans, isPicture);
    }

    const Style* styleFor(const Cue& cue) const { return styles_.styleOf(cue); }

    Look lookFor(const Cue& cue) const {
        const Style* style = styleFor(cue);
        return style ? lookOf(*style, canvas_.height) : usualLook();
    }

    double emHeightOf(const Cue& cue) const {
        const Style* style = styleFor(cue);
        return heightOfEm(style ? style->fontName : defaultStyleFor(document_.language).fontName);
    }

    TextContext contextFor(const Cue& cue) const {
        return {.dialect = dialect_,
                .prefix = {},
                .base = lookFor(cue),
                .emHeight = emHeightOf(cue),
                .canvasHeight = canvas_.height,
                .hasCanvas = document_.canvas.has_value(),
                .isOwn = document_.format == words_.id};
    }

    /// Subtitles of the same letters stand in one Font element.
    void changeFont(std::string& out, std::string& open, const std::string& wanted) const {
        if (open == wanted) return;
        if (!open.empty()) line(out, listDepth(), "</Font>");
        if (!wanted.empty()) line(out, listDepth(), "<Font" + wanted + ">");
        open = wanted;
    }

    void appendComment(std::string& out, const Cue& cue, bool isInFont) const {
        std::string text;
        appendXmlComment(text, cue.text.plain);
        line(out, listDepth() + (isInFont ? 1 : 0), text);
    }

    Result<void> appendCue(std::string& out, std::size_t index) const {
        const Cue& cue = document_.cues[index];
        const auto in = units_.unit(cue, cue.start, Edge::Start);
        if (!in) return tl::unexpected(in.error());
        const auto end = units_.unit(cue, edges_.endOf(index), Edge::End);
        if (!end) return tl::unexpected(end.error());
        const Fades fades = fadesIn(cue.settings).value_or(Fades());
        const auto spelt = [&](std::int64_t unit) {
            return timeCodeText(unit, units_.units(), unitDigits(units_.units()));
        };
        const auto fade = [&](Time time) {
            return fadeCode(time, units_.units(), unitDigits(units_.units()));
        };
        std::string tag = "<Subtitle";
        tag += spelledAttribute("SpotNumber",
                                cue.label.empty() ? std::to_string(index + 1) : cue.label);
        tag += spelledAttribute("TimeIn", spelt(*in)) + spelledAttribute("TimeOut", spelt(*end));
        tag += spelledAttribute("FadeUpTime", fade(fades.up));
        tag += spelledAttribute("FadeDownTime", fade(fades.down)) + ">";
        line(out, listDepth() + 1, tag);
        appendTexts(out, cue, std::string((listDepth() + 2) * 2, ' '));
        line(out, listDepth() + 1, "</Subtitle>");
        return {};
    }

    /// A Text element a line, each in a line of its own unless `indent` is empty.
    void appendTexts(std::string& out, const Cue& cue, const std::string& indent) const {
        const TextContext context = contextFor(cue);
        const CuePlace place =
            placeIn(document_, cue, styleFor(cue), {context.base.size, Anchor::Baseline});
        WordsWriter words(cue, context);
        const std::string pictures = picturesOf(cue, context);
        const std::string_view end = indent.empty() ? std::string_view() : newline_;
        const std::vector<LineBytes> lines = linesOf(cue.text.plain);
        const bool hasText = !isPictureAlone(cue);
        for (std::size_t i = 0; i < lines.size() && hasText; ++i) {
            out.append(indent).append("<Text");
            out += placeAttributes(place, i, lines.size(), dialect_) + ">";
            words.append(out, lines[i].begin, lines[i].end);
            out.append("</Text>").append(end);
        }
        if (!pictures.empty()) out.append(indent).append(pictures).append(end);
    }

    std::string head(std::string_view list) const {
        const std::string encoding = newFileEncoding(document_, wordsOf(dialect_).id, options_);
        std::string out;
        line(out, 0, "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>");
        return out + (dialect_ == Dialect::Dcdm ? dcdmHead(list) : interopHead(list));
    }

    std::string dcdmHead(std::string_view list) const {
        std::string out;
        const std::int64_t rate = units_.units().inSecond;
        line(out, 0, "<SubtitleReel" + spelledAttribute("xmlns", kNewestNamespace) + ">");
        line(out, 1, element("Id", "urn:uuid:" + contentId(list)));
        line(out, 1, element("ContentTitleText", document_.title));
        line(out, 1, element("IssueDate", dateText(options_.issued)));
        line(out, 1, element("ReelNumber", "1"));
        const std::string tag = nearestLanguageTag(language());
        line(out, 1, element("Language", tag.empty() ? "und" : tag));
        line(out, 1, element("EditRate", fmt::format("{} 1", rate)));
        line(out, 1, element("TimeCodeRate", std::to_string(rate)));
        line(out, 1, element("StartTime", "00:00:00:00"));
        line(out, 1, "<SubtitleList>");
        return out;
    }

    std::string interopHead(std::string_view list) const {
        std::string out;
        line(out, 0, "<DCSubtitle Version=\"1.0\">");
        line(out, 1, element("SubtitleID", contentId(list)));
        line(out, 1, element("MovieTitle", document_.title));
        line(out, 1, element("ReelNumber", "1"));
        line(out, 1, element("Language", languageName(language())));
        return out;
    }

    std::string tail() const {
        std::string out;
        if (dialect_ == Dialect::Dcdm) line(out, 1, "</SubtitleList>");
        line(out, 0, "</" + std::string(words_.root) + ">");
        return out;
    }

    std::string language() const { return document_.language.empty() ? "und" : document_.language; }

    void planCue(std::size_t index, LossReport& losses) {
        const Cue& cue = document_.cues[index];
        const auto add = [&](std::string_view feature,
                             LossSeverity severity,
                             std::string_view before,
                             std::string_view after) {
            losses.add(feature, severity, cue.id, before, after);
        };
        const bool isNote = cue.kind == CueKind::Comment;
        if (isOmitted(cue))
            return add(isNote ? feature::kComment : feature::kDrawing,
                       LossSeverity::Dropped,
                       isNote ? std::string_view(cue.text.plain) : "a drawing",
                       {});
        if (isNote)
            return add(feature::kComment,
                       LossSeverity::Approximated,
                       cue.text.plain,
                       "an XML comment without times");
        planPlace(cue, losses);
        if (saysMoreThanPlace(document_, cue) && !fadesIn(cue.settings))
            add(feature::kCoordinates, LossSeverity::Dropped, cue.settings, {});
        if (!cue.speaker.empty()) add(feature::kSpeaker, LossSeverity::Dropped, cue.speaker, {});
        planTimes(document_, index, units_, losses);
        planFades(cue, units_.units(), losses);
        planWords(cue, contextFor(cue), losses);
        if (hasKhmer(cue.text.plain)) planKhmer(cue, losses);
    }

    /// Layer and effect, those margins that the text is not beside, and those that would have it
    /// outside of the picture.
    void planPlace(const Cue& cue, LossReport& losses) const {
        Cue rest = cue;
        const CuePlace place =
            placeIn(document_, cue, styleFor(cue), {lookFor(cue).size, Anchor::Baseline});
        const Column column = place.column;
        planMargins(cue, place, losses);
        rest.margins.vertical = 0;
        if (column == Column::Left) rest.margins.left = 0;
        if (column == Column::Right) rest.margins.right = 0;
        reportLayout(rest, losses);
    }

    static void planKhmer(const Cue& cue, LossReport& losses) {
        constexpr std::string_view kAfter = "text, which most cinema servers do not shape";
        losses.add(feature::kText, LossSeverity::Info, cue.id, "Khmer", kAfter);
        for (LossItem& item : losses.items)
            if (item.after == kAfter)
                item.remedy = "see it on the cinema's own server before it is delivered";
    }

    const Document& document_;
    StyleIndex styles_;
    const WriteOptions& options_;
    Dialect dialect_;
    const DialectWords& words_;
    Canvas canvas_;
    CueUnits units_;
    EdgeRounder edges_;
    std::string_view newline_;
};

}  // namespace

LossReport plannedNew(const Document& document, const WriteOptions& options, Dialect dialect) {
    return NewFile(document, options, dialect).plan();
}

Result<std::string> writtenNew(const Document& document,
                               const WriteOptions& options,
                               Dialect dialect) {
    return NewFile(document, options, dialect).run();
}

std::string newContent(const Document& document, const Cue& cue, Dialect dialect) {
    Document one;
    one.format = document.format;
    one.language = document.language;
    one.styles = document.styles;
    one.canvas = document.canvas;
    one.cues = {cue};
    return NewFile(one, {}, dialect).contentOf(one.cues.front());
}

FormatInfo infoOf(Dialect dialect) {
    using namespace feature;
    FormatInfo info;
    info.id = wordsOf(dialect).id;
    info.name = wordsOf(dialect).name;
    info.extensions = {"xml"};
    if (dialect == Dialect::Dcdm)
        info.timeBase = TimeBase::Frames;
    else
        info.unit = Time::fromMilliseconds(4);
    for (const std::string_view held : {kBold,
                                        kItalic,
                                        kUnderline,
                                        kColor,
                                        kFontSize,
                                        kRuby,
                                        kAlignment,
                                        kFades,
                                        kLabel,
                                        kTitle,
                                        kText})
        info.capabilities.push_back({held, Grade::Full});
    for (const std::string_view near :
         {kStyles, kComment, kTimePrecision, kNegativeTime, kMissingEnd})
        info.capabilities.push_back({near, Grade::Approximate});
    for (const std::string_view none : {kTimeRange,
                                        kStrike,
                                        kFont,
                                        kKaraoke,
                                        kVoice,
                                        kClass,
                                        kLanguage,
                                        kInnerTime,
                                        kTextComment,
                                        kDrawing,
                                        kOverrides,
                                        kCoordinates,
                                        kLayer,
                                        kMargins,
                                        kSpeaker,
                                        kEffect,
                                        kCanvas,
                                        kRaw})
        info.capabilities.push_back({none, Grade::None});
    return info;
}

}  // namespace subs::cinema
