// SPDX-License-Identifier: MIT
// What an edit does not touch stays as it was typed: tags that say nothing, unknown ones, their
// spelling.
#include <subs/edit/edited_text.h>
#include <subs/edit/wrap.h>

#include "format/ass_file.h"
#include "format/read.h"

#include <array>
#include <random>

using namespace subs;
using namespace testing;

namespace {

using Edits = std::vector<TextEdit>;

/// The text field of an event after `edits` to its plain text.
std::string fieldWith(std::string_view field, const Edits& edits) {
    Document document = readAss(fileWithText(field));
    document.cues[0].text = replaced(document.cues[0].text, edits);
    const std::string file = written(assFormat(), document);
    const std::string_view begin = "0,0,0,,";
    const std::size_t at = file.rfind(begin) + begin.size();
    return file.substr(at, file.size() - 1 - at);
}

const std::string kSrtHead = "1\n00:00:01,000 --> 00:00:02,000\n";

/// The same of the body of a SubRip cue.
std::string bodyWith(std::string_view body, const Edits& edits) {
    Document document = documentOf("srt", kSrtHead + std::string(body) + "\n\n");
    document.cues[0].text = replaced(document.cues[0].text, edits);
    const std::string file = written(document, "srt");
    REQUIRE(file.starts_with(kSrtHead));
    REQUIRE(file.ends_with("\n\n"));
    return file.substr(kSrtHead.size(), file.size() - 2 - kSrtHead.size());
}

/// `text` without what wrapping may change: spaces, line breaks, U+200B.
std::string withoutGaps(std::string text) {
    for (const std::string_view gap : {"\\N", "\\n", "\n", " ", "\u200B"})
        for (std::size_t at = text.find(gap); at != text.npos; at = text.find(gap, at))
            text.erase(at, gap.size());
    return text;
}

/// A document wrapped by counting, each cue.
Document wrapped(Document document, double most, std::size_t lines, ZwspUse zwsp) {
    WrapOptions options;
    options.limit = {WidthMeasure::Count, most, CountUnit::Graphemes};
    options.mostLines = lines;
    options.zwsp = zwsp;
    CueWrapper wrapper(options);
    std::vector<std::size_t> indices(document.cues.size());
    for (std::size_t i = 0; i < indices.size(); ++i)
        indices[i] = i;
    const auto result = withWrapped(document, indices, wrapper);
    REQUIRE(result);
    apply(result->change, document);
    return document;
}

template <class Pieces>
std::string randomOf(const Pieces& pieces, std::mt19937& random) {
    std::string text = "x";
    for (std::size_t n = random() % 14; n > 0; --n)
        text += pieces[random() % pieces.size()];
    return text + "y";
}

}  // namespace

TEST_CASE("ass: tags that say nothing stay where they are when lines are broken anew",
          "[format][ass][patch]") {
    CHECK(fieldWith("{\\c}aaa{\\unknown\\tag} bbb\\Nc{\\fn}cc{\\c} ddd",
                    {{3, 4, "\n"}, {7, 8, " "}}) ==
          "{\\c}aaa{\\unknown\\tag}\\Nbbb c{\\fn}cc{\\c} ddd");
    CHECK(fieldWith("{\\fn}a{\\c}a b{\\c}b\\Nc{\\fs}c", {{2, 3, "\n"}, {5, 6, " "}}) ==
          "{\\fn}a{\\c}a\\Nb{\\c}b c{\\fs}c");
    CHECK(fieldWith("{ \\i1 \\zz }a b{\\i0}\\Nc", {{1, 2, "\n"}, {3, 4, " "}}) ==
          "{ \\i1 \\zz }a\\Nb{\\i0} c");
}

TEST_CASE("ass: tags keep their order and spelling where a line break is put in",
          "[format][ass][patch][khmer]") {
    CHECK(fieldWith("{\\i1}ក{\\i0\\zz\\b1}ខ", {{3, 3, "\n"}}) == "{\\i1}ក{\\i0\\zz\\b1}\\Nខ");
    CHECK(fieldWith("ក{\\i1}ខ", {{3, 3, "\n"}}) == "ក\\N{\\i1}ខ");
    CHECK(fieldWith("{\\i1}ក{\\i0}ខ", {{3, 3, "\n"}}) == "{\\i1}ក{\\i0}\\Nខ");
    CHECK(fieldWith("{\\k5}ក{\\k7}ខ{\\c}គ", {{3, 3, "\n"}, {6, 6, "\u200B"}}) ==
          "{\\k5}ក{\\k7}\\Nខ{\\c}\u200Bគ");
    CHECK(fieldWith("ក{\\c}\u200Bខ \\N{\\fn}គ", {{3, 6, ""}, {9, 11, ""}}) == "ក{\\c}ខ{\\fn}គ");
}

TEST_CASE("ass: all that does not change keeps its bytes when words do", "[format][ass][patch]") {
    CHECK(fieldWith("{\\c}one{\\c} two{\\fn} three", {{0, 3, "1"}, {8, 13, "3"}}) ==
          "{\\c}1{\\c} two{\\fn} 3");
}

TEST_CASE("srt: tags keep their spelling when lines are broken anew", "[srt][save][patch]") {
    CHECK(
        bodyWith("<I>aa</I> <font color=sunset>bb</FONT>\ncc <x>dd", {{2, 3, "\n"}, {5, 6, " "}}) ==
        "<I>aa</I>\n<font color=sunset>bb</FONT> cc <x>dd");
    CHECK(bodyWith("<b></b>aa<i></i> bb\ncc", {{2, 3, "\n"}, {5, 6, " "}}) ==
          "<b></b>aa<i></i>\nbb cc");
    CHECK(bodyWith("{\\an8}<b><i>aa bb</b></i>", {{2, 3, "\n"}}) == "{\\an8}<b><i>aa\nbb</b></i>");
    CHECK(bodyWith("<font  color='red' >ក</font >ខ", {{3, 3, "\n"}}) ==
          "<font  color='red' >ក</font >\nខ");
}

TEST_CASE("srt: line ends that stay are the file's, new ones too", "[srt][save][patch]") {
    Document document =
        documentOf("srt", "1\r\n00:00:01,000 --> 00:00:02,000\r\n\r\n<I>a</I>\r\nb c\r\n\r\n");
    document.cues[0].text = replaced(document.cues[0].text, Edits{{3, 4, "\n"}});
    CHECK(written(document, "srt") ==
          "1\r\n00:00:01,000 --> 00:00:02,000\r\n\r\n<I>a</I>\r\nb\r\nc\r\n\r\n");
    CHECK(formatNamed("srt")->markupOf(document, document.cues[0]) == "\n<I>a</I>\nb\nc");
    CHECK(formatNamed("srt")->plan(document, {}).items.empty());
}

TEST_CASE("srt: text that would be read as a tag or a time is guarded in a kept body too",
          "[srt][save][patch]") {
    CHECK(bodyWith("<I>a</I> b", {{2, 3, "<i>"}}) == "<i>a</i> <\u2060i>");
}

TEST_CASE("wrapping changes nothing but spaces, line breaks and U+200B",
          "[format][ass][srt][patch]") {
    constexpr std::array<std::string_view, 24> kAss = {"aa",
                                                       " ",
                                                       " bb ",
                                                       "\\N",
                                                       "\\n",
                                                       "ខ្ញុំទៅ",
                                                       "ផ្សារ",
                                                       "\u200B",
                                                       "{\\c}",
                                                       "{\\fn}",
                                                       "{\\zz\\y}",
                                                       "{note}",
                                                       "។",
                                                       "- ",
                                                       "{\\i1}",
                                                       "{\\i0\\b1}",
                                                       "{\\k12}",
                                                       "{\\r}",
                                                       "{\\bord2\\i1}",
                                                       "{}",
                                                       "\\h",
                                                       "{\\fnNoto Sans}",
                                                       "{\\b0}",
                                                       "ខ្មែរ"};
    constexpr std::array<std::string_view, 18> kSrt = {"aa",
                                                       " ",
                                                       " bb ",
                                                       "\n",
                                                       "ខ្ញុំទៅ",
                                                       "ផ្សារ",
                                                       "\u200B",
                                                       "<I>",
                                                       "</I>",
                                                       "<font color=sunset>",
                                                       "</font>",
                                                       "<x>",
                                                       "<b>",
                                                       "</b>",
                                                       "{\\i1}",
                                                       "<i></i>",
                                                       "។",
                                                       "<3"};
    std::mt19937 random(3);  // NOLINT: the same texts every time
    for (int i = 0; i < 1500; ++i) {
        const auto most = static_cast<double>(3 + random() % 8);
        const std::size_t lines = 1 + random() % 4;
        const ZwspUse zwsp = random() % 3 == 0 ? ZwspUse::Insert : ZwspUse::Keep;
        const std::string ass = fileWithText(randomOf(kAss, random));
        const std::string wrappedAss =
            written(assFormat(), wrapped(readAss(ass), most, lines, zwsp));
        CAPTURE(ass.substr(ass.rfind(",,") + 2), wrappedAss.substr(wrappedAss.rfind(",,") + 2));
        CHECK(withoutGaps(wrappedAss) == withoutGaps(ass));
        const std::string srt = kSrtHead + randomOf(kSrt, random) + "\n";
        const std::string wrappedSrt =
            written(wrapped(documentOf("srt", srt), most, lines, zwsp), "srt");
        CAPTURE(srt, wrappedSrt);
        CHECK(withoutGaps(wrappedSrt) == withoutGaps(srt));
    }
}
