// SPDX-License-Identifier: MIT
// Formulas of a workbook whose cells are edited (ECMA-376-1, 18.3.1.40 and 18.6).
#include <subs/format/features.h>
#include <subs/format/registry.h>

#include "catch.h"
#include "format/growth.h"
#include "format/read.h"
#include "format/xlsx/archive.h"
#include "format/xlsx/sheet_patch.h"
#include "golden/golden_case.h"

#include <fmt/format.h>

#include <functional>
#include <string>
#include <vector>

using namespace subs;
using testing::has;
using testing::lossOf;
using testing::ms;

namespace {

constexpr std::uint64_t kLimit = 1 << 20;

/// The End of row 2 has a formula, those of rows 3 to 5 share one; the letters of all are counted.
Document script() {
    auto read = readDocument(
        testing::bytesOf(std::string(SUBS_SOURCE_DIR) + "/tests/golden/xlsx/formulas/in.xlsx"),
        "film.xlsx");
    REQUIRE(read);
    REQUIRE(read->document.cues.size() == 4);
    return std::move(read->document);
}

struct Saved {
    LossReport losses;
    std::string bytes;

    xlsx::Archive archive() const {
        auto opened = xlsx::Archive::open(bytes);
        REQUIRE(opened);
        return *std::move(opened);
    }
    std::string part(const std::string& name) const {
        const auto content = archive().read(name, kLimit);
        REQUIRE(content);
        return *content;
    }
    std::string sheet() const { return part("xl/worksheets/sheet1.xml"); }
};

Saved saved(const Document& document) {
    const Format& format = *formatNamed("xlsx");
    LossReport losses = format.plan(document, {});
    const auto written = writtenDocument(document, format);
    REQUIRE(written);
    return {std::move(losses), written->bytes};
}

void move(Cue& cue) {
    cue.start += ms(1000);
    *cue.end += ms(1000);
}

std::string row(int number, const std::string& cells) {
    return "<row r=\"" + std::to_string(number) + "\">" + cells + "</row>";
}

xlsx::PatchedSheet patched(const std::string& rows,
                           const std::string& before,
                           const std::string& after) {
    auto sheet = xlsx::patchedSheet("<a><sheetData>" + rows + "</sheetData></a>", before, after);
    REQUIRE(sheet);
    return *std::move(sheet);
}

}  // namespace

TEST_CASE("a formula that an edit replaces is told with its cell and cue", "[xlsx][loss]") {
    Document document = script();
    move(document.cues[0]);
    const Saved result = saved(document);
    REQUIRE(result.losses.items.size() == 1);
    const LossItem& loss = result.losses.items[0];
    CHECK(loss.feature == feature::kFormula);
    CHECK(loss.severity == LossSeverity::Approximated);
    CHECK(loss.count == 1);
    CHECK(loss.cues == std::vector<CueId>{document.cues[0].id});
    CHECK(loss.before == "B2: =A2+1/86400");
    CHECK(loss.after == "00:00:03.000");
    CHECK_FALSE(loss.remedy.empty());
    // The shared one stays what it is.
    CHECK(has(result.sheet(), "<f t=\"shared\" ref=\"B3:B5\" si=\"0\">A3+1/86400</f>"));
    CHECK(has(result.sheet(), "<f>LEN(C2)</f>"));
}

TEST_CASE("cells that share the formula of an edited one keep their values", "[xlsx][loss]") {
    const std::string values = "<c r=\"B4\" s=\"1\"><v>6.944444444444444e-05</v></c>";
    SECTION("where its cell is edited") {
        Document document = script();
        move(document.cues[1]);
        const Saved result = saved(document);
        const LossItem* loss = lossOf(result.losses, feature::kFormula);
        REQUIRE(loss);
        CHECK(loss->count == 3);
        CHECK(loss->cues.size() == 3);
        CHECK(loss->before == "B3: =A3+1/86400");
        CHECK_FALSE(has(result.sheet(), "shared"));
        CHECK(has(result.sheet(), values));
        CHECK(has(result.sheet(), "<f>A2+1/86400</f>"));
    }
    SECTION("where its row goes") {
        Document document = script();
        document.cues.erase(document.cues.begin() + 1);
        const Saved result = saved(document);
        const LossItem* loss = lossOf(result.losses, feature::kFormula);
        REQUIRE(loss);
        CHECK(loss->count == 2);
        CHECK(loss->before == "B4: that of B3");
        CHECK_FALSE(has(result.sheet(), "shared"));
    }
    SECTION("and not where another one of them is") {
        Document document = script();
        move(document.cues[3]);
        const Saved result = saved(document);
        const LossItem* loss = lossOf(result.losses, feature::kFormula);
        REQUIRE(loss);
        CHECK(loss->count == 1);
        CHECK(loss->before == "B5: that of B3");
        CHECK(has(result.sheet(), "<c r=\"B4\" s=\"1\"><f t=\"shared\" si=\"0\"/>"));
    }
}

TEST_CASE("the list of cells with formulas goes when one has none any more", "[xlsx]") {
    const std::string chain = "xl/calcChain.xml";
    Document document = script();
    document.cues[0].text.plain = "Another.";
    // Texts have no formulas here.
    const Saved same = saved(document);
    CHECK(same.archive().has(chain));
    CHECK(same.losses.empty());
    move(document.cues[0]);
    const Saved edited = saved(document);
    CHECK_FALSE(edited.archive().has(chain));
    CHECK_FALSE(has(edited.part("xl/_rels/workbook.xml.rels"), "calcChain"));
    CHECK(has(edited.part("xl/_rels/workbook.xml.rels"), "Target=\"styles.xml\"/></Relation"));
    CHECK_FALSE(has(edited.part("[Content_Types].xml"), "calcChain"));
    CHECK(has(edited.part("[Content_Types].xml"), "styles+xml\"/></Types>"));
    const auto again = readDocument(edited.bytes, "film.xlsx");
    REQUIRE(again);
    CHECK(again->document.cues[0].end == ms(3000));
    CHECK(again->document.cues[2].end == ms(6000));
}

TEST_CASE("rows that move take their formulas out of the list of cells", "[xlsx]") {
    Document document = script();
    Cue added = document.cues[0];
    added.piece = {};
    added.id = document.newId();
    document.cues.insert(document.cues.begin() + 1, added);
    CHECK_FALSE(saved(document).archive().has("xl/calcChain.xml"));
}

TEST_CASE("a formula for several cells goes when one of them is edited", "[xlsx][loss]") {
    const std::string first =
        row(2, "<c r=\"B2\"><f t=\"array\" ref=\"B2:B3\">A2:A3*2 &gt; 1</f><v>2</v></c>");
    const std::string second = row(3, "<c r=\"B3\"><v>4</v></c>");
    const std::string third = row(4, "<c r=\"B4\"><f>B3</f><v>4</v></c>");
    const std::string before = "\n2\t\t2\n3\t\t4\n4\t\t4\n";
    SECTION("the first one") {
        const auto sheet = patched(first + second + third, before, "\n2\t\tx\n3\t\t4\n4\t\t4\n");
        REQUIRE(sheet.gone.size() == 1);
        CHECK(sheet.gone[0].formula == "=A2:A3*2 > 1 of B2:B3");
        CHECK(sheet.gone[0].value == "x");
        CHECK(has(sheet.xml, second + third));
    }
    SECTION("a further one") {
        const auto sheet = patched(first + second + third, before, "\n2\t\t2\n3\t\tx\n4\t\t4\n");
        REQUIRE(sheet.gone.size() == 1);
        CHECK(sheet.gone[0].place.row == 2);
        CHECK(sheet.gone[0].value == "2");
        CHECK(sheet.areFormulasElsewhere);
        CHECK(has(sheet.xml, row(2, "<c r=\"B2\"><v>2</v></c>")));
        CHECK(has(sheet.xml, third));
    }
    SECTION("one whose row goes") {
        const auto sheet = patched(first + second, before, "\n2\t\t2\n");
        CHECK(has(sheet.xml, row(2, "<c r=\"B2\"><v>2</v></c>")));
    }
    SECTION("not one beside them") {
        const auto sheet = patched(first + second + third, before, "\n2\tx\t2\n3\t\t4\n4\t\t4\n");
        CHECK(sheet.gone.empty());
        CHECK_FALSE(sheet.areFormulasElsewhere);
        CHECK(has(sheet.xml, "A2:A3*2 &gt; 1"));
    }
}

TEST_CASE("thousands of formulas beside thousands of edits are looked at in linear time",
          "[xlsx][hostile][growth]") {
    testing::checkGrowth(2000, [](std::size_t count) {
        std::string cells;
        std::string before = "\n";
        std::string after = "\n";
        for (std::size_t i = 2; i < count + 2; ++i) {
            const auto number = static_cast<int>(i);
            std::string formulas;  // for all of a column in which nothing is edited
            for (const char column : {'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'})
                formulas += fmt::format(
                    "<c r=\"{0}{1}\"><f t=\"array\" "
                    "ref=\"{0}1:{0}1048576\">1</f><v>2</v></c>",
                    column,
                    i);
            cells += row(number, fmt::format("<c r=\"A{}\"><v>1</v></c>", i) + formulas);
            before += fmt::format("{}\t1\n", i);
            after += fmt::format("{}\tx\n", i);
        }
        CHECK(patched(cells, before, after).gone.empty());
    });
}

TEST_CASE("a formula that stays and reads an edited cell of a cue is told", "[xlsx][loss]") {
    Document document = script();
    SECTION("its own, though another shares it") {
        document.cues[2].start += ms(100);
        const Saved result = saved(document);
        REQUIRE(result.losses.items.size() == 1);
        const LossItem& loss = result.losses.items[0];
        CHECK(loss.feature == feature::kFormula);
        CHECK(loss.severity == LossSeverity::Approximated);
        CHECK(loss.count == 1);
        CHECK(loss.cues == std::vector<CueId>{document.cues[2].id});
        CHECK(loss.before == "B4: that of B3");
        CHECK(loss.after == "00:00:06.000, until a spreadsheet calculates it anew");
        CHECK_FALSE(loss.remedy.empty());
        CHECK(has(result.sheet(), "<c r=\"B4\" s=\"1\"><f t=\"shared\" si=\"0\"/>"));
        CHECK_FALSE(has(result.part("xl/workbook.xml"), "fullCalcOnLoad"));
    }
    SECTION("and each whose row moves") {
        Cue added = document.cues[0];
        added.piece = {};
        added.id = document.newId();
        document.cues.insert(document.cues.begin() + 1, added);
        const LossReport losses = saved(document).losses;
        const LossItem* const loss = lossOf(losses, feature::kFormula);
        REQUIRE(loss);
        CHECK(loss->count == 3);
        CHECK(loss->before == "B3: =A3+1/86400");
    }
    SECTION("not a count of letters") {
        document.cues[2].text.plain = "Another.";
        CHECK(saved(document).losses.empty());
    }
}

TEST_CASE("formulas are followed from cell to cell", "[xlsx]") {
    // Each row names what it reads; A2 is edited.
    const auto staleOf = [](const std::vector<std::string>& formulas) {
        std::string cells = row(2, "<c r=\"A2\"><v>1</v></c><c r=\"B2\"><v>1</v></c>");
        std::string before = "\n2\t1\t1\n";
        std::string after = "\n2\tx\t1\n";
        int number = 3;
        for (const std::string& formula : formulas) {
            cells += row(number, fmt::format("<c r=\"A{}\">{}<v>1</v></c>", number, formula));
            before += fmt::format("{}\t1\n", number);
            after += fmt::format("{}\t1\n", number++);
        }
        std::string stale;
        for (const xlsx::StaleFormula& one : patched(cells, before, after).stale)
            stale += std::to_string(one.place.row) + one.formula + ' ';
        return stale;
    };
    CHECK(staleOf({"<f>A2</f>", "<f>$A$3+1</f>", "<f>B2</f>"}) == "3=A2 4=$A$3+1 ");
    // The other way round.
    CHECK(staleOf({"<f>A4</f>", "<f>A5</f>", "<f>A2</f>"}) == "3=A4 4=A5 5=A2 ");
    CHECK(staleOf({"<f>SUM(A1:B2)</f>", "<f>SUM(A:A)-1.5E3</f>", "<f>SUM($1:$2)</f>"}) ==
          "3=SUM(A1:B2) 4=SUM(A:A)-1.5E3 5=SUM($1:$2) ");
    CHECK(
        staleOf({"<f>\"A2\"&amp;B2</f>", "<f>1/86400</f>", "<f>SUM(B:B)+TRUE</f>", "<f>#REF!</f>"})
            .empty());
    CHECK(staleOf({"<f>Sheet2!B9</f>"}) == "3=Sheet2!B9 ");
    CHECK(staleOf({"<f>'My ''A'' sheet'!B9</f>"}) == "3='My ''A'' sheet'!B9 ");
    CHECK(staleOf({"<f>INDIRECT(\"B2\")</f>", "<f>Rate*2</f>", "<f>T[Start]</f>"}) ==
          "3=INDIRECT(\"B2\") 4=Rate*2 5=T[Start] ");
    // The one that shares it reads the cell as far above.
    CHECK(staleOf({"<f t=\"shared\" ref=\"A3:A4\" si=\"0\">B1</f>",
                   "<f t=\"shared\" si=\"0\"/>",
                   "<f t=\"shared\" ref=\"A5:A7\" si=\"1\">A1</f>",
                   "<f t=\"shared\" si=\"1\"/>",
                   "<f t=\"shared\" si=\"1\"/>"}) == "6that of A5 ");
}

TEST_CASE("a long chain of formulas is looked at in linear time", "[xlsx][hostile][growth]") {
    testing::checkGrowth(2000, [](std::size_t count) {
        std::string cells;
        std::string before = "\n";
        std::string after = "\n";
        for (std::size_t i = 2; i < count + 2; ++i) {
            cells += row(static_cast<int>(i),
                         fmt::format("<c r=\"A{}\"><f>A{}</f><v>1</v></c>", i, i + 1));
            before += fmt::format("{}\t1\n", i);
            after += fmt::format("{}\t1\n", i);
        }
        const std::size_t last = count + 2;
        cells += row(static_cast<int>(last), fmt::format("<c r=\"A{}\"><v>1</v></c>", last));
        before += fmt::format("{}\t1\n", last);
        after += fmt::format("{}\tx\n", last);
        CHECK(patched(cells, before, after).stale.size() == count);
    });
}
