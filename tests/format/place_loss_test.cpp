// SPDX-License-Identifier: MIT
// Places that formats say by rows and columns, and others by a ninth of the picture. Expected
// values by hand: EBU Tech 3264 (VP), 47 CFR 79.101 (preambles).
#include <subs/format/features.h>

#include "catch.h"
#include "format/read.h"
#include "format/stl_file.h"

#include <string>
#include <vector>

using namespace testing;
using namespace subs;
namespace file = testing::stl;

namespace {

LossReport unreadOfStl(const std::vector<file::Block>& blocks,
                       std::string_view text = "text",
                       file::Header header = {}) {
    std::string bytes = file::header(header);
    for (const file::Block& block : blocks)
        bytes += file::block(text, block);
    auto read = readDocument(std::move(bytes), "film.stl");
    REQUIRE(read);
    REQUIRE(read->document.cues.size() == blocks.size());
    return std::move(read->unread);
}

file::Block atRow(int row) {
    file::Block block;
    block.row = row;
    return block;
}

bool isLostAt(int row, std::string_view text, file::Header header) {
    return lossOf(unreadOfStl({atRow(row)}, text, header), feature::kCoordinates) != nullptr;
}

/// A caption that is loaded by `words` and shown for two seconds.
LossReport unreadOfScc(std::string_view words) {
    std::string text = "Scenarist_SCC V1.0\n\n00:00:10;00\t94ae 94ae 9420 9420 ";
    text.append(words).append(" 942f 942f\n\n00:00:12;00\t942c 942c\n");
    auto read = readDocument(std::move(text), "film.scc");
    REQUIRE(read);
    REQUIRE(read->document.cues.size() == 1);
    return std::move(read->unread);
}

}  // namespace

TEST_CASE("rows of EBU STL that no ninth of the picture says are told", "[stl][loss]") {
    const LossReport unread = unreadOfStl({atRow(5), atRow(18), atRow(22)});
    const LossItem* const item = lossOf(unread, feature::kCoordinates);
    REQUIRE(item);
    CHECK(item->severity == LossSeverity::Approximated);
    CHECK(item->before == "row 5 of 23");
    CHECK(item->after == "the top edge");
    CHECK(item->cues == std::vector{CueId{1}, CueId{2}});

    const LossReport low = unreadOfStl({atRow(18)}, "one\x8Atwo");
    REQUIRE(lossOf(low, feature::kCoordinates));
    CHECK(lossOf(low, feature::kCoordinates)->before == "rows 18 to 19 of 23");
    CHECK(lossOf(low, feature::kCoordinates)->after == "the bottom edge");
}

TEST_CASE("rows of EBU STL at the edges and in the middle are no loss", "[stl][loss]") {
    for (const int row : {1, 11, 12, 22, 23})
        CHECK_FALSE(isLostAt(row, "text", {}));
    // Two lines of double height: rows 20 to 23.
    const file::Header teletext{.display = "1"};
    CHECK_FALSE(isLostAt(20, "\x0D\x0B\x0Bone\x8A\x8A\x0D\x0B\x0Btwo", teletext));
    CHECK(isLostAt(16, "\x0D\x0B\x0Bone\x8A\x8A\x0D\x0B\x0Btwo", teletext));

    file::Block comment = atRow(5);
    comment.comment = 1;
    CHECK_FALSE(lossOf(unreadOfStl({comment}), feature::kCoordinates));
}

TEST_CASE("columns of EBU STL that are typed and not the middle ones are told", "[stl][loss]") {
    file::Block typed;
    typed.justification = 0;
    const LossReport unread = unreadOfStl({typed}, "    far left\x8A  text");
    const LossItem* const item = lossOf(unread, feature::kCoordinates);
    REQUIRE(item);
    CHECK(item->before == "rows 22 to 23 of 23, columns 3 to 12 of 40");
    CHECK(item->after == "the bottom edge, centred");
    CHECK(item->cues == std::vector{CueId{1}});

    // Codes of teletext have columns of their own: double height and two boxes, then 16 spaces.
    const file::Header teletext{.display = "1"};
    CHECK_FALSE(
        lossOf(unreadOfStl({typed}, "\x0D\x0B\x0B" + std::string(16, ' ') + "four", teletext),
               feature::kCoordinates));
    CHECK_FALSE(
        lossOf(unreadOfStl({typed}, std::string(16, ' ') + "eight888"), feature::kCoordinates));
    CHECK(lossOf(unreadOfStl({typed}, std::string(21, ' ') + "eight888"), feature::kCoordinates));
    // Where the text is put by its field, spaces before it say nothing.
    CHECK_FALSE(lossOf(unreadOfStl({{}}, "    text"), feature::kCoordinates));
}

TEST_CASE("numbers of groups of EBU STL are told as metadata, with their cues", "[stl][loss]") {
    file::Block grouped;
    grouped.group = 5;
    const LossReport unread = unreadOfStl({{}, grouped});
    const LossItem* const item = lossOf(unread, feature::kMetadata);
    REQUIRE(item);
    CHECK(item->severity == LossSeverity::Dropped);
    CHECK(item->before == "subtitle group number (SGN): 5");
    CHECK(item->cues == std::vector{CueId{2}});
    CHECK_FALSE(lossOf(unreadOfStl({{}}), feature::kMetadata));
}

TEST_CASE("rows and columns of closed captions that no ninth says are told", "[scc][loss]") {
    // Row 2, column 1, and row 14, column 17: preambles 91 70 (indent 0) and 94 58 (indent 16).
    const LossReport two = unreadOfScc("9170 9170 544f d080 9458 9458 45ce c480");
    const LossItem* const item = lossOf(two, feature::kCoordinates);
    REQUIRE(item);
    CHECK(item->severity == LossSeverity::Approximated);
    CHECK(item->before.starts_with("rows 2 to 14 of 15"));
    CHECK(item->after.starts_with("the bottom edge"));
    CHECK(item->cues == std::vector{CueId{1}});

    // "TOP" in row 15 with an indent of 4: it is read as on the left, which is column 1.
    const LossReport indented = unreadOfScc("94f2 94f2 544f d080");
    REQUIRE(lossOf(indented, feature::kCoordinates));
    CHECK(lossOf(indented, feature::kCoordinates)->before == "row 15 of 15, columns 5 to 7 of 32");
    CHECK(lossOf(indented, feature::kCoordinates)->after == "the bottom edge, left");
}

TEST_CASE("usual rows and columns of closed captions are no loss", "[scc][loss]") {
    // Row 15 with an indent of 12, 9 letters: columns 13 to 21, where 12 to 20 is the middle.
    CHECK_FALSE(lossOf(unreadOfScc("9476 9476 544f d054 4fd0 544f d080"), feature::kCoordinates));
    // Two rows like that, 14 and 15.
    CHECK_FALSE(
        lossOf(unreadOfScc("94d6 94d6 544f d054 4fd0 544f 9476 9476 544f d054 4fd0 544f d080"),
               feature::kCoordinates));
    // Row 1 on the left.
    CHECK_FALSE(lossOf(unreadOfScc("91d0 91d0 544f d080"), feature::kCoordinates));
}

TEST_CASE("a caption that is edited in its file tells the rows and columns that it loses",
          "[scc][loss][save]") {
    // As above: "TOP" in row 15 with an indent of 4.
    const std::string file =
        "Scenarist_SCC V1.0\n\n00:00:10;00\t94ae 94ae 9420 9420 94f2 94f2 544f d080 942f 942f\n\n"
        "00:00:12;00\t942c 942c\n";
    Document document = documentOf("scc", file);
    const Format* const scc = formatNamed("scc");
    CHECK_FALSE(lossOf(scc->plan(document, {}), feature::kCoordinates));

    document.cues[0].text.plain = "TIP";
    const LossReport losses = scc->plan(document, {});
    const LossItem* const item = lossOf(losses, feature::kCoordinates);
    REQUIRE(item);
    CHECK(item->before == "row 15 of 15, columns 5 to 7 of 32");
    CHECK(item->after == "the bottom edge, left");
    CHECK(item->cues == std::vector{CueId{1}});

    // A place that it is given in place of its own is no loss.
    document.cues[0].alignment = Alignment::TopCentre;
    CHECK_FALSE(lossOf(scc->plan(document, {}), feature::kCoordinates));
}
