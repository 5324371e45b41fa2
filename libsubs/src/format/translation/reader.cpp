// SPDX-License-Identifier: MIT
#include "format/translation/reader.h"

#include "format/translation/cue_reader.h"
#include "format/translation/reader_remarks.h"
#include "format/xml/xml_remarks.h"

#include <fmt/format.h>

#include <memory>
#include <utility>

namespace subs::translation {
namespace {

class DocumentReader final : public CueReader {
public:
    DocumentReader(std::string_view text, Document& document, Remarks& remarks)
        : CueReader(text), document_(document), remarks_(remarks) {}

private:
    void take(ReadCue read, const TranslationFile&) override {
        remarks_.addCue(read);
        read.cue.id = document_.newId();
        document_.cues.push_back(std::move(read.cue));
    }

    Document& document_;
    Remarks& remarks_;
};

/// Ends at the root element.
class RootVisitor final : public UnitVisitor {
public:
    void unit(const Unit&, const TranslationFile&) override {}
    bool hasEnough(const TranslationFile&) const override { return true; }
};

}  // namespace

std::optional<DialectFound> dialectOf(std::string_view beginning) {
    const std::size_t first = beginning.find_first_not_of(" \t\r\n");
    if (first == beginning.npos || beginning[first] != '<') return std::nullopt;
    RootVisitor visitor;
    TranslationFile file;
    readUnits(beginning, visitor, file);
    if (!file.isKnown && !file.isOld) return std::nullopt;
    return DialectFound{file.dialect,
                        fmt::format("a{} element of version {}",
                                    file.dialect == Dialect::Xliff ? "n xliff" : " tmx",
                                    file.version.empty() ? "that is not said" : file.version),
                        first};
}

Parsed parsed(Origin origin, const ReadOptions& options, Dialect dialect) {
    auto parsed = std::make_shared<Origin>(std::move(origin));
    Document document;
    document.format = idOf(dialect);
    Remarks remarks(dialect);
    DocumentReader reader(parsed->text, document, remarks);
    TranslationFile file;
    file.wanted = options.language;
    const std::vector<XmlFlaw> flaws = readUnits(parsed->text, reader, file);
    for (const XmlFlaw& flaw : flaws)
        remarks.addXml(flaw);
    remarks.addFile(parsed->text, parsed->encoding, file, document);
    parsed->pieces = reader.takePieces();
    document.language = options.language.empty() ? file.language() : options.language;
    // A language that is said to be undetermined is not known.
    if (document.language == "und") document.language.clear();
    document.title = file.title;
    document.origin = std::move(parsed);
    return {std::move(document), remarks.take(), unreadLineIn(flaws)};
}

}  // namespace subs::translation
