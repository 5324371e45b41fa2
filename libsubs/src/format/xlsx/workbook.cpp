// SPDX-License-Identifier: MIT
#include "format/xlsx/workbook.h"

#include "format/xlsx/cell_value.h"
#include "format/xlsx/relations.h"
#include "format/xlsx/xml_part.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

namespace subs::xlsx {
namespace {

constexpr std::size_t kMostSheets = 256;

unsigned idIn(std::string_view text) {
    unsigned number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// Where relations of the workbook lead.
struct Ways {
    std::map<std::string, std::string> targets;
    std::string strings;
    std::string styles;
};

Ways waysOf(const std::vector<Relation>& relations) {
    Ways ways;
    for (const Relation& relation : relations) {
        ways.targets[relation.id] = relation.part;
        if (relation.isOf("sharedStrings")) ways.strings = relation.part;
        if (relation.isOf("styles")) ways.styles = relation.part;
    }
    return ways;
}

class SheetNames final : public XmlHandler {
public:
    explicit SheetNames(const Ways& ways) : ways_(ways) {}

    void begin(std::string_view name, const Attributes& attributes) override {
        const std::string_view isOf1904 = valueOf(attributes, "date1904");
        if (name == "workbookPr" && (isOf1904 == "1" || isOf1904 == "true"))
            base = DateBase::Of1904;
        if (name != "sheet" || shown.size() + hidden.size() >= kMostSheets) return;
        for (const Attribute& attribute : attributes) {
            // "r:id"; "sheetId" has another name.
            const auto target =
                attribute.name == "id" ? ways_.targets.find(attribute.value) : ways_.targets.end();
            if (target == ways_.targets.end()) continue;
            const bool isShown =
                valueOf(attributes, "state").empty() || valueOf(attributes, "state") == "visible";
            (isShown ? shown : hidden)
                .push_back({std::string(valueOf(attributes, "name")), target->second});
        }
    }

    std::vector<Sheet> shown;
    std::vector<Sheet> hidden;
    DateBase base = DateBase::Of1900;

private:
    const Ways& ways_;
};

/// The number formats of the styles of cells.
class Styles final : public XmlHandler {
public:
    explicit Styles(CellFormats& formats) : formats_(formats) {}

    void begin(std::string_view name, const Attributes& attributes) override {
        const unsigned id = idIn(valueOf(attributes, "numFmtId"));
        if (name == "numFmt") formats_.define(id, valueOf(attributes, "formatCode"));
        if (name == "cellXfs") isInCells_ = true;
        if (name == "xf" && isInCells_) formats_.addStyle(id);
    }
    void end(std::string_view name) override {
        if (name == "cellXfs") isInCells_ = false;
    }

private:
    CellFormats& formats_;
    bool isInCells_ = false;
};

class Strings final : public XmlHandler {
public:
    void begin(std::string_view name, const Attributes&) override {
        if (name == "si") current_.clear();
        if (name == "t" && phonetic_ == 0) isText_ = true;
        if (name == "rPh") ++phonetic_;
    }
    void end(std::string_view name) override {
        if (name == "t") isText_ = false;
        if (name == "rPh") --phonetic_;
        if (name != "si") return;
        strings.push_back(withoutEscapes(current_));
        size_ += current_.size() + sizeof(std::string);
    }
    void text(std::string_view letters) override {
        if (isText_) current_ += letters;
    }
    bool wantsMore() const override { return !isTooLarge(); }
    bool isTooLarge() const { return size_ + current_.size() > kMostText; }

    std::vector<std::string> strings;

private:
    std::string current_;
    std::size_t size_ = 0;
    int phonetic_ = 0;
    bool isText_ = false;
};

tl::unexpected<Error> tooLarge() {
    return failure("xlsx.too-large",
                   "the workbook unpacks to more text than a table of subtitles has (128 MiB); not "
                   "read");
}

Result<std::vector<Sheet>> sheetsIn(const Archive& archive, Ways& ways, DateBase& base) {
    if (!archive.has(kWorkbookPart) || !archive.has(relationsPartOf(kWorkbookPart)))
        return failure("xlsx.no-sheet", "the file is a ZIP archive, but no workbook of Excel");
    const auto relations = relationsOf(archive, kWorkbookPart);
    if (!relations) return tl::unexpected(relations.error());
    ways = waysOf(*relations);
    SheetNames names(ways);
    if (auto done = readPart(archive, kWorkbookPart, kMostOfSmallParts, names); !done)
        return tl::unexpected(done.error());
    base = names.base;
    std::vector<Sheet> sheets = std::move(names.shown);
    std::ranges::move(names.hidden, std::back_inserter(sheets));
    if (sheets.empty()) return failure("xlsx.no-sheet", "there is no sheet in the workbook");
    return sheets;
}

Result<Workbook> withoutStrings(const Archive& archive, Ways& ways) {
    Workbook workbook;
    auto sheets = sheetsIn(archive, ways, workbook.dateBase);
    if (!sheets) return tl::unexpected(sheets.error());
    workbook.sheets = *std::move(sheets);
    if (!archive.has(ways.styles)) return workbook;
    Styles styles(workbook.formats);
    if (auto done = readPart(archive, ways.styles, kMostOfSmallParts, styles); !done)
        return tl::unexpected(done.error());
    return workbook;
}

}  // namespace

const NumberFormat& CellFormats::of(std::size_t style) const {
    static const NumberFormat kGeneral;
    return style < styles_.size() ? *styles_[style] : kGeneral;
}

bool CellFormats::areSpecial() const {
    return std::ranges::any_of(styles_,
                               [](const NumberFormat* format) { return format->isSpecial(); });
}

void CellFormats::define(unsigned id, std::string_view code) {
    known_.insert_or_assign(id, numberFormat(code));
}

void CellFormats::addStyle(unsigned id) {
    auto known = known_.find(id);
    if (known == known_.end()) known = known_.emplace(id, builtInFormat(id)).first;
    styles_.push_back(&known->second);
}

Result<std::vector<Sheet>> sheetsIn(const Archive& archive) {
    Ways ways;
    DateBase base = DateBase::Of1900;
    return sheetsIn(archive, ways, base);
}

std::string sharedStringsPartIn(const Archive& archive) {
    const auto relations = relationsOf(archive, kWorkbookPart);
    const std::string part = relations ? waysOf(*relations).strings : std::string();
    return archive.has(part) ? part : std::string();
}

Result<Workbook> formatsIn(const Archive& archive) {
    Ways ways;
    return withoutStrings(archive, ways);
}

Result<Workbook> workbookIn(const Archive& archive) {
    Ways ways;
    auto workbook = withoutStrings(archive, ways);
    if (!workbook || !archive.has(ways.strings)) return workbook;
    Strings strings;
    if (auto done = readPart(archive, ways.strings, kMostXml, strings); !done)
        return tl::unexpected(done.error());
    if (strings.isTooLarge()) return tooLarge();
    workbook->strings = std::move(strings.strings);
    return workbook;
}

}  // namespace subs::xlsx
