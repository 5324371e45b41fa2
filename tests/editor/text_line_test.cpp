// SPDX-License-Identifier: MIT
#include <subs/editor/fonts.h>
#include <subs/editor/line_limit.h>
#include <subs/editor/text_line.h>

#include "catch.h"

using namespace subs::editor;

TEST_CASE("clusters are found at offsets of UTF-16", "[editor][khmer]") {
    CHECK(clusterEnds(u"ខ្មែរ") == std::vector<int>{4, 5});
    CHECK(clusterEnds(u"ស្ត្រី").size() == 1);
    CHECK(clusterEnds(u"a😀b") == std::vector<int>{1, 3, 4});
    CHECK(clusterEnds(u"").empty());
    CHECK(clusterEndAfter(u"ខ្មែរ", 0) == 4);
    CHECK(clusterStartBefore(u"ខ្មែរ", 4) == 0);
    CHECK(clusterBoundaryAt(u"ខ្មែរ", 2) == 0);
    CHECK(clusterBoundaryAt(u"ខ្មែរ", 5) == 5);
}

TEST_CASE("words are found at offsets of UTF-16", "[editor][khmer]") {
    subs::Segmenter english("en");
    CHECK(wordEnds(u"to be", english) == std::vector<int>{2, 3, 5});
    subs::Segmenter khmer("km");
    CHECK(wordEnds(u"ខ្ញុំទៅសាលា", khmer) == std::vector<int>{5, 7, 11});  // ខ្ញុំ | ទៅ | សាលា
}

TEST_CASE("elided text ends in an ellipsis at a cluster's edge", "[editor][khmer]") {
    const QString text = QStringLiteral("ស្ត្រីស្ត្រីស្ត្រីស្ត្រីស្ត្រីស្ត្រី");
    const QFont font = khmerFont(TextSize::KhmerRow);
    CHECK(elided(text, font, 1000) == text);
    for (double width = 30; width < lineWidth(text, font); width += 7) {
        const QString shown = elided(text, font, width);
        REQUIRE(shown.endsWith(u'…'));
        const QString kept = shown.chopped(1);
        CHECK(text.startsWith(kept));
        CHECK(clusterBoundaryAt(text, static_cast<int>(kept.size())) == kept.size());
        CHECK(lineWidth(shown, font) <= width + 1);
    }
}

TEST_CASE("the surplus of a line begins at the first cluster over the limit", "[editor][khmer]") {
    LineRuler ruler;
    ruler.setLimit({subs::CountUnit::Clusters, 2.0, {}, {}});
    const LineCount fits = ruler.counted(u"ខ្មែរ");
    CHECK(fits.units == 2);
    CHECK(fits.surplusFrom == 5);
    CHECK_FALSE(fits.isOver());
    const LineCount over = ruler.counted(u"ខ្មែរក");
    CHECK(over.units == 3);
    CHECK(over.surplusFrom == 5);
    CHECK(over.isOver());
    CHECK(ruler.shortText(over) == "3 / 2");
    CHECK(LineRuler().counted(u"ab cd").units == 5);
    CHECK(LineRuler().counted(u"ab cd").share < 0);
}

TEST_CASE("where the width counts a line is measured in its font", "[editor][khmer]") {
    LineRuler ruler;
    ruler.setLimit({subs::CountUnit::Clusters, {}, 4.0, "Khmer OS Battambang"});
    const LineCount half = ruler.counted(u"ក");
    CHECK(half.share > 0);
    CHECK(half.share < 0.5);
    const QString long_ = QStringLiteral("ក").repeated(20);
    const LineCount over = ruler.counted(long_);
    CHECK(over.isOver());
    // As wide as its share says: that many of the 20 equal letters fit into the limit.
    CHECK(over.surplusFrom == static_cast<int>(20 / over.share));
    CHECK(ruler.spokenText(over).endsWith("too long"));
}
