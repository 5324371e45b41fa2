// SPDX-License-Identifier: MIT
#include "format/translation/reader_remarks.h"

#include <subs/time/largest_time.h>

#include "format/xml/xml_remarks.h"

#include <fmt/format.h>

namespace subs::translation {
namespace {

constexpr XmlCodes kXliffCodes{"xliff.not-well-formed",
                               "xliff.undeclared-prefix",
                               "xliff.declarations",
                               "xliff.limit",
                               "xliff.bad-character",
                               "xliff.encoding"};
constexpr XmlCodes kTmxCodes{"tmx.not-well-formed",
                             "tmx.undeclared-prefix",
                             "tmx.declarations",
                             "tmx.limit",
                             "tmx.bad-character",
                             "tmx.encoding"};

const XmlCodes& codesOf(Dialect dialect) {
    return dialect == Dialect::Xliff ? kXliffCodes : kTmxCodes;
}

}  // namespace

void Remarks::addXml(const XmlFlaw& flaw) {
    remarkXml(remarks_, flaw, codesOf(dialect_));
}

void Remarks::addCue(const ReadCue& read) {
    const auto add = [&](Severity severity, std::string_view code, std::string_view message) {
        remarks_.addHabit(severity, read.unit.line, 0, code, message);
    };
    const Cue& cue = read.cue;
    if (!read.hasTimes)
        add(Severity::Warning,
            pick("xliff.no-times", "tmx.no-times"),
            "a unit does not say when its text is shown; read as a cue at 0 without an end");
    if (read.badFields > 0)
        add(Severity::Warning,
            pick("xliff.bad-field", "tmx.bad-field"),
            "what a unit says of its cue means nothing; kept, and read as if it were not there");
    if (!read.isTranslated) addUntranslated(read.unit.line);
    if (read.isPartlyTranslated)
        add(Severity::Warning,
            "xliff.untranslated",
            "a segment of a unit has no text in the target language; read with that of the "
            "source");
    if (isTooLarge(cue.start) || (cue.end && isTooLarge(*cue.end)))
        add(Severity::Warning,
            pick("xliff.time-too-large", "tmx.time-too-large"),
            "a time is too large to be worked with; kept as written");
    else if (cue.end && *cue.end < cue.start)
        add(Severity::Warning,
            pick("xliff.end-before-start", "tmx.end-before-start"),
            "the end is before the start; kept as written");
}

void Remarks::addUntranslated(std::uint32_t line) {
    remarks_.addHabit(
        Severity::Warning,
        line,
        0,
        pick("xliff.untranslated", "tmx.untranslated"),
        "a unit has no text in the target language; read with that of the source, and given "
        "one of its own where it is edited");
}

void Remarks::addFile(std::string_view text,
                      const Encoding& encoding,
                      const TranslationFile& file,
                      const Document& document) {
    remarkEncoding(remarks_, text, encoding, codesOf(dialect_));
    if (file.isOld)
        return remarks_.add(
            Severity::Error,
            1,
            0,
            "xliff.version",
            fmt::format("this is XLIFF {}, which is not read; translation tools can write it as "
                        "2.0 or 2.1; all of it is kept, and there are no cues",
                        shownBeginning(file.version)));
    if (!file.isKnown)
        return remarks_.add(Severity::Error,
                            1,
                            0,
                            pick("xliff.no-root", "tmx.no-root"),
                            fmt::format("there is no {} element around the file; all of it is "
                                        "kept, and there are no cues",
                                        idOf(dialect_)));
    if (document.cues.empty())
        remarks_.add(Severity::Warning,
                     0,
                     0,
                     pick("xliff.no-cues", "tmx.no-cues"),
                     "there is no cue in the file");
    if (file.side() == Side::Target)
        remarks_.add(Severity::Info,
                     0,
                     0,
                     pick("xliff.side", "tmx.side"),
                     fmt::format("each unit has a text in {} and one in {}; the one in {} is "
                                 "read, and the other is kept (--language {} reads that)",
                                 shownBeginning(file.sourceLanguage),
                                 shownBeginning(file.targetLanguage),
                                 shownBeginning(file.targetLanguage),
                                 shownBeginning(file.sourceLanguage)));
}

}  // namespace subs::translation
