// SPDX-License-Identifier: MIT
#include "format/xlsx/xlsx_format.h"

#include <subs/base/counted.h>
#include <subs/format/features.h>

#include "format/lack.h"
#include "format/sheet/table_format.h"
#include "format/xlsx/beside_cells.h"
#include "format/xlsx/calculation_chain.h"
#include "format/xlsx/cell_losses.h"
#include "format/xlsx/flawed_cells.h"
#include "format/xlsx/formula_losses.h"
#include "format/xlsx/new_workbook.h"
#include "format/xlsx/other_sheets.h"
#include "format/xlsx/part_search.h"
#include "format/xlsx/rich_texts.h"
#include "format/xlsx/sheet_patch.h"
#include "format/xlsx/workbook.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace subs {
namespace {

using namespace xlsx;

constexpr sheet::Dialect kDialect{"xlsx", "\t", sheet::Guards::No, sheet::FirstCell::RowNumber};

/// The sheet of a workbook that holds the cues.
struct Chosen {
    Archive archive;
    Sheet sheet;
    SheetText text;
    std::size_t others = 0;  ///< Sheets besides it.
};

/// The first sheet that is a table of cues, else the first one.
Result<Chosen> chosenIn(std::string_view bytes) {
    auto archive = Archive::open(bytes);
    if (!archive) return tl::unexpected(archive.error());
    auto workbook = workbookIn(*archive);
    if (!workbook) return tl::unexpected(workbook.error());
    const std::size_t others = workbook->sheets.size() - 1;
    std::optional<SheetText> first;
    for (const Sheet& each : workbook->sheets) {
        auto text = textOf(*archive, *workbook, each, kDialect);
        if (!text) return tl::unexpected(text.error());
        if (sheet::layoutOf(text->text, kDialect))
            return Chosen{std::move(*archive), each, std::move(*text), others};
        if (!first) first = std::move(*text);
    }
    return Chosen{std::move(*archive), workbook->sheets.front(), std::move(*first), others};
}

/// True of a document that is saved into the workbook that it was read from.
bool isOwn(const Document& document) {
    return document.format == kDialect.id && document.origin && !document.origin->bytes.empty();
}

/// The sheet in which the text of `chosen` is `text`. Errors: those of `patchedSheet`.
Result<PatchedSheet> savedSheet(const Chosen& chosen, std::string_view text) {
    const auto xml = chosen.archive.read(chosen.sheet.part, kMostXml);
    if (!xml) return tl::unexpected(xml.error());
    return patchedSheet(*xml, chosen.text.text, text);
}

/// True where some sheet of a workbook may have formulas.
bool mayHaveFormulas(std::string_view bytes) {
    const auto archive = Archive::open(bytes);
    const auto sheets = archive ? sheetsIn(*archive) : tl::unexpected(archive.error());
    return sheets && std::ranges::any_of(*sheets, [&](const Sheet& sheet) {
               return mentions(*archive, sheet.part, {"<f", ":f"});
           });
}

/// Tells of the sheets that are not read: tables of cues, and what else is written there.
void addOthers(const std::vector<OtherSheet>& others, Parsed& parsed) {
    for (const OtherSheet& other : others) {
        LossItem& loss = parsed.unread.items.emplace_back();
        loss.feature = other.cues > 0 ? feature::kUnread : feature::kNote;
        loss.count = other.cues > 0 ? other.cues : other.rows;
        loss.before = fmt::format("the sheet \"{}\"", other.name);
        if (other.cues == 0) continue;
        loss.remedy = "save that sheet as a file of its own and convert it too";
        parsed.diagnostics.push_back(
            {Severity::Warning,
             0,
             0,
             "xlsx.unread-sheet",
             fmt::format("the sheet \"{}\" is a table of {} too; it is kept and not read",
                         other.name,
                         counted(other.cues, "cue"))});
    }
}

/// Tells of what the workbook says and no cue: in other sheets, in looks, beside the cells.
void addBeside(Parsed& parsed) {
    const std::string& bytes = parsed.document.origin->bytes;
    if (bytes.empty()) return;
    const auto archive = Archive::open(bytes);
    if (!archive) return;
    const SheetsFound sheets = sheetsFound(*archive, kDialect);
    addOthers(sheets.others, parsed);
    if (!sheets.read) return;
    tellCells(*archive, *sheets.read, kDialect, parsed);
    for (LossReport lost : {lostRichTexts(*archive, *sheets.read, parsed.document, kDialect),
                            lostBesideCells(*archive, *sheets.read)})
        std::ranges::move(lost.items, std::back_inserter(parsed.unread.items));
}

constexpr std::string_view kArchiveBegin = "PK\x03\x04";

class XlsxFormat final : public sheet::TableFormat, public LackTeller {
public:
    XlsxFormat() : TableFormat(kDialect, "Excel workbook (XLSX)", {"xlsx"}, FileBytes::Archive) {}

    /// A text is none.
    Probe probe(std::string_view) const override { return {}; }

    Probe probeBytes(std::string_view bytes) const override {
        constexpr int kCertain = 100;
        const bool isWorkbook =
            bytes.starts_with(kArchiveBegin) && bytes.find("xl/workbook.xml") != bytes.npos;
        if (!isWorkbook) return {};
        return {kCertain, "a ZIP archive with a workbook in it"};
    }

    bool beginsLikeOne(std::string_view bytes) const override {
        return bytes.starts_with(kArchiveBegin);
    }
    std::string lackOf(std::string_view bytes) const override {
        return beginsLikeOne(bytes) ? "the ZIP archive has no workbook (xl/workbook.xml) in it, or "
                                      "was cut off before it"
                                    : "the file is no ZIP archive";
    }

    Parsed read(Origin origin, const ReadOptions& options) const override {
        Parsed result = TableFormat::read(std::move(origin), options);
        addBeside(result);
        return result;
    }

    Result<Unpacked> unpacked(std::string_view bytes) const override {
        auto chosen = chosenIn(bytes);
        if (!chosen) return tl::unexpected(chosen.error());
        Unpacked result{std::move(chosen->text.text), {}};
        result.diagnostics = remarksOn(chosen->text.flawed, result.text, kDialect);
        if (chosen->others > 0)
            result.diagnostics.push_back(
                {Severity::Info,
                 0,
                 0,
                 "xlsx.other-sheets",
                 fmt::format("the workbook has several sheets; \"{}\" is read, the others are kept",
                             chosen->sheet.name)});
        return result;
    }

    Result<std::string> packed(const Document& document, std::string text) const override {
        if (!isOwn(document)) return newWorkbook(text, document.language);
        const std::string& bytes = document.origin->bytes;
        const auto chosen = chosenIn(bytes);
        if (!chosen) return tl::unexpected(chosen.error());
        auto sheet = savedSheet(*chosen, text);
        if (!sheet) return tl::unexpected(sheet.error());
        std::vector<PartEdit> edits;
        if (sheet->areFormulasElsewhere) {
            auto chain = withoutCalculationChain(chosen->archive);
            if (!chain) return tl::unexpected(chain.error());
            edits = *std::move(chain);
        }
        edits.push_back({chosen->sheet.part, std::move(sheet->xml)});
        return withParts(bytes, edits);
    }

private:
    /// Which formulas are lost is known when the sheet is made.
    LossReport planLowered(const Document& document, const WriteOptions& options) const override {
        LossReport losses = TableFormat::planLowered(document, options);
        if (!isOwn(document) || !mayHaveFormulas(document.origin->bytes)) return losses;
        const auto text = writeLowered(document, options);
        const auto chosen = chosenIn(document.origin->bytes);
        if (!text || !chosen) return losses;
        if (const auto sheet = savedSheet(*chosen, *text)) {
            tellFormulas(sheet->gone, document, losses);
            tellStaleFormulas(sheet->stale, chosen->text.text, kDialect, document, losses);
        }
        return losses;
    }
};

}  // namespace

const Format& xlsxFormat() {
    static const XlsxFormat kFormat;
    return kFormat;
}

}  // namespace subs
