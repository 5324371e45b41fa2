// SPDX-License-Identifier: MIT
#include "format/translation/new_file.h"

#include <subs/format/features.h>
#include <subs/text/language_tag.h>
#include <subs/text/newline.h>

#include "format/document_losses.h"
#include "format/edges.h"
#include "format/likely_size.h"
#include "format/patch.h"
#include "format/time_losses.h"
#include "format/translation/fields.h"
#include "format/translation/losses.h"
#include "format/translation/two_texts.h"
#include "format/translation/unit_writer.h"
#include "format/xml/xml_characters.h"
#include "format/xml/xml_declaration.h"

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace subs::translation {
namespace {

/// What TMX has as the id of each unit: the label of its cue where no other unit has it.
std::vector<std::string> tmxIds(const Document& document) {
    std::vector<std::string> ids;
    std::set<std::string, std::less<>> taken;
    std::map<std::string, std::size_t> times;  // That each label came before.
    for (const Cue& cue : document.cues) {
        const std::string label = cue.label.empty() ? std::to_string(ids.size() + 1) : cue.label;
        std::string id = label;
        while (!taken.insert(id).second)
            id = label + "-" + std::to_string(++times[label] + 1);
        ids.push_back(std::move(id));
    }
    return ids;
}

void planLabels(const Document& document, LossReport& losses) {
    const std::vector<std::string> ids = tmxIds(document);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const Cue& cue = document.cues[i];
        if (!cue.label.empty() && cue.label != ids[i])
            losses.add(feature::kLabel, LossSeverity::Approximated, cue.id, cue.label, ids[i]);
    }
}

/// Writes a document as a file of its own.
class NewFile {
public:
    NewFile(const Document& document, const WriteOptions& options, Dialect dialect)
        : document_(document),
          options_(options),
          dialect_(dialect),
          sourceTag_(tagOrNone(sourceLanguageOf(document, options.targetLanguage))),
          targetTag_(options.targetLanguage.empty() ? "" : tagOrNone(options.targetLanguage)),
          edges_(document, options, NegativeTimes::Kept),
          newline_(bytesOf(newlineFor(document, options.newline))) {}

    Result<std::string> run() {
        if (document_.cues.empty()) return std::string();
        std::string out;
        out.reserve(likelySize(document_, isXliff() ? 640 : 480));
        out += head();
        const std::vector<std::string> ids =
            isXliff() ? std::vector<std::string>() : tmxIds(document_);
        for (std::size_t i = 0; i < document_.cues.size(); ++i) {
            auto rounded = roundedCue(document_.cues[i]);
            if (!rounded) return tl::unexpected(rounded.error());
            append(out, *rounded, isXliff() ? "u" + std::to_string(i + 1) : ids[i]);
        }
        out += tail();
        return out;
    }

private:
    bool isXliff() const { return dialect_ == Dialect::Xliff; }

    /// As BCP 47 spells it; that of a text in an unknown language is "und".
    static std::string tagOrNone(std::string_view language) {
        const std::string tag = nearestLanguageTag(language);
        return tag.empty() ? "und" : tag;
    }

    /// The target is named where there may be one.
    const std::string& targetLanguage() const { return targetTag_; }

    std::string head() const {
        const std::string encoding = newFileEncoding(document_, idOf(dialect_), options_);
        std::string out = "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>";
        out += newline_;
        out += isXliff() ? xliffHead() : tmxHead();
        return out;
    }

    std::string xliffHead() const {
        std::string out = "<xliff" + spelledAttribute("xmlns", kXliffNamespace) +
                          spelledAttribute("xmlns:mda", kMetadataNamespace) + " version=\"2.1\"" +
                          spelledAttribute("srcLang", sourceTag_);
        if (!targetLanguage().empty()) out += spelledAttribute("trgLang", targetLanguage());
        out.append(">").append(newline_).append("  <file id=\"f1\"");
        if (!document_.title.empty()) out += spelledAttribute("original", document_.title);
        return out.append(">").append(newline_);
    }

    std::string tmxHead() const {
        std::string out = "<tmx version=\"1.4\">";
        out.append(newline_).append("  <header creationtool=\"subs\" creationtoolversion=\"0.1\" ");
        out += "segtype=\"block\" o-tmf=\"subs\" adminlang=\"en\"" +
               spelledAttribute("srclang", sourceTag_) + " datatype=\"plaintext\"";
        if (document_.title.empty()) {
            out.append("/>").append(newline_);
        } else {
            std::string title;
            appendXml(title, document_.title, 0, document_.title.size());
            out.append("><prop type=\"x-subs-title\">").append(title);
            out.append("</prop></header>").append(newline_);
        }
        return out.append("  <body>").append(newline_);
    }

    std::string tail() const {
        std::string out = isXliff() ? "  </file>" : "  </body>";
        out += newline_;
        return out.append(isXliff() ? "</xliff>" : "</tmx>").append(newline_);
    }

    /// The times as they are written: exactly, or by a rule that was asked for.
    Result<Cue> roundedCue(const Cue& cue) const {
        Cue result = cue;
        if (options_.rounding == Rounding::Nearest) return result;
        const auto start = edges_.milliseconds(cue, cue.start, Edge::Start);
        if (!start) return tl::unexpected(start.error());
        result.start = Time::fromMilliseconds(*start);
        if (!cue.end) return result;
        const auto end = edges_.milliseconds(cue, *cue.end, Edge::End);
        if (!end) return tl::unexpected(end.error());
        result.end = Time::fromMilliseconds(*end);
        return result;
    }

    void append(std::string& out, const Cue& cue, const std::string& id) const {
        const UnitContext context{.dialect = dialect_,
                                  .prefix = {},
                                  .newline = newline_,
                                  .indent = "    ",
                                  .sourceLanguage = sourceTag_,
                                  .targetLanguage = targetLanguage(),
                                  .declaresMetadata = false,
                                  .isOwn = document_.format == idOf(dialect_)};
        appendUnit(out, cue, textsIn(cue.text, options_.targetLanguage, sourceTag_), id, context);
        out += newline_;
    }

    const Document& document_;
    const WriteOptions& options_;
    Dialect dialect_;
    std::string sourceTag_;
    std::string targetTag_;
    EdgeRounder edges_;
    std::string_view newline_;
};

}  // namespace

LossReport plannedNew(const Document& document, const WriteOptions&, Dialect dialect) {
    LossReport losses;
    reportStyles(document, "the style's name alone", losses);
    reportCanvas(document, losses);
    reportLanguage(document, losses);
    reportRaw(document, losses);
    for (const Cue& cue : document.cues)
        planCue(cue, dialect, losses);
    if (dialect == Dialect::Tmx) planLabels(document, losses);
    return losses;
}

Result<std::string> writtenNew(const Document& document,
                               const WriteOptions& options,
                               Dialect dialect) {
    return NewFile(document, options, dialect).run();
}

FormatInfo infoOf(Dialect dialect) {
    using namespace feature;
    const bool isXliff = dialect == Dialect::Xliff;
    FormatInfo info;
    info.id = idOf(dialect);
    info.name = isXliff ? "XLIFF 2" : "TMX 1.4";
    info.extensions = isXliff ? std::vector<std::string_view>{"xlf", "xliff"}
                              : std::vector<std::string_view>{"tmx"};
    info.unit = Time::fromMilliseconds(1);
    for (const std::string_view held :
         {kBold,         kItalic,      kUnderline,     kStrike,    kColor,     kFont,
          kFontSize,     kKaraoke,     kVoice,         kClass,     kLanguage,  kRuby,
          kInnerTime,    kTextComment, kDrawing,       kOverrides, kAlignment, kCoordinates,
          kLayer,        kMargins,     kSpeaker,       kEffect,    kComment,   kLabel,
          kNegativeTime, kMissingEnd,  kTimePrecision, kTitle,     kFades,     kText})
        info.capabilities.push_back({held, Grade::Full});
    for (const std::string_view near : {kStyles, kTimeRange})
        info.capabilities.push_back({near, Grade::Approximate});
    for (const std::string_view none : {kCanvas, kRaw})
        info.capabilities.push_back({none, Grade::None});
    return info;
}

}  // namespace subs::translation
