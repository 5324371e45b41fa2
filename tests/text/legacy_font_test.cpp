// SPDX-License-Identifier: MIT
// Expected Khmer is written by hand from what the fonts draw; limon.tsv comes from another program.
#include <subs/base/file.h>
#include <subs/text/conformance.h>
#include <subs/text/legacy_font.h>
#include <subs/text/newline.h>
#include <subs/text/normalise.h>

#include "catch.h"
#include "text/khmer_text.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

using namespace subs;

namespace {

const LegacyTable& limonTable() {
    static const LegacyTable kTable = *LegacyTable::of(LegacyFont::Limon);
    return kTable;
}

std::string khmerOf(std::string_view limon) {
    return convertedLegacy(limon, limonTable()).text;
}

std::string keepingLatin(std::string_view limon) {
    return convertedLegacy(limon, limonTable(), LegacyScope::KeepLatinWords).text;
}

struct Line {
    std::string khmer;
    std::string limon;
};

/// Our dialogue, and the same as another program writes it for the fonts Limon.
const std::vector<Line>& dialogue() {
    static const std::vector<Line> kLines = [] {
        const auto bytes =
            readFile(std::filesystem::path(SUBS_SOURCE_DIR) / "tests/text/legacy_font/limon.tsv");
        REQUIRE(bytes);
        std::vector<Line> lines;
        for (LineReader reader(*bytes); reader.next();) {
            const std::string line(reader.line());
            const std::size_t tab = line.find('\t');
            lines.push_back({line.substr(0, tab), line.substr(tab + 1)});
        }
        return lines;
    }();
    return kLines;
}

/// As two lines are compared: a subscript DA and TA are drawn at one place.
std::string compared(std::string_view text) {
    return normalised(text, {NormalisePolicy::Full, CoengDa::FoldToTa}).text;
}

bool holds(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

std::string replacedAll(std::string text, std::string_view old, std::string_view now) {
    for (std::size_t at = text.find(old); at != std::string::npos;
         at = text.find(old, at + now.size()))
        text.replace(at, old.size(), now);
    return text;
}

bool hasLatin(std::string_view text) {
    return std::ranges::any_of(text, [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
    });
}

/// Why a line cannot come back; empty where it has to.
std::string reasonFor(std::string_view khmer) {
    if (hasLatin(khmer)) return "Latin letters mean Khmer ones";
    if (holds(khmer, "«") || holds(khmer, "»")) return "the places of « and » draw ឪ and ឱ";
    if (holds(khmer, "ឱ្យ")) return "drawn as ឲ្យ";
    return holds(khmer, "៖") || holds(khmer, "ៈ") ? "៖ and ៈ are one place" : "";
}

/// What has nothing to do with Khmer fonts.
const std::vector<std::string_view> kOddLines = {
    // English, and names in odd capitals
    "Where have you been all night? I was worried sick.",
    "OK, man!",
    "No. Not again.",
    "The doctor's on his way up from Battambang.",
    "[door creaks]",
    "- Hello? - Who is it?",
    "iPhone",
    "YouTube and TikTok",
    "McDonald's",
    "MacArthur, DeVito and LeBron",
    "JavaScript, TypeScript, PowerPoint",
    "eBay vs. PayPal",
    "PhD at MIT",
    "LaTeX",
    "GnuCash",
    "WiFi",
    "kWh",
    "Take the NR6A, then Rd 271",
    "aAbBcCdDeE",
    "gGaAuUrRbB",
    // addresses and code
    "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
    "www.example.com/a/B?c=D&e=F",
    "john.smith@example.com",
    "SGVsbG8gV29ybGQhIFRoaXMgaXM",
    "{\\fnArial}",
    "getElementById()",
    // French, German, Vietnamese and others with letters that the fonts know
    "Où étais-tu passé ? J'étais très inquiète.",
    "Ça ne fait rien, garçon, déjà vu.",
    "Größere Städte müssen schließen, öffnen Sie die Tür.",
    "Übermäßig schöne Grüße",
    "Anh đã ở đâu suốt đêm? Em lo lắm.",
    "Không sao đâu, cảm ơn bạn nhiều.",
    "Tôi yêu em.",
    "¿Dónde estabas, niño? ¡Qué susto!",
    "Señor Muñoz está aquí.",
    "Não é possível, irmão.",
    "Það er ekki rétt, æ, þú veist það.",
    "Hvad laver du på øen, søn?",
    "Här är din första öl.",
    "Ğüzel bir gün, değil mi?",
    "Příliš žluťoučký kůň",
    "Żółta łódka",
    // Khmer in Unicode, alone and beside Latin
    "ភស្តុតាងអំពីពាក្យថា ខ្មែរ",
    "បើក YouTube មើល",
    "ខ្ញុំប្រើ iPhone ១៤",
    // nothing
    "",
    "...",
    "2024",
    "♪ ♪",
    "\xFF\xFE"};

using Pairs = std::vector<std::pair<std::string_view, std::string_view>>;

}  // namespace

TEST_CASE("a font's name tells that it is none of Unicode", "[text][khmer][legacy]") {
    for (const std::string_view name :
         {"Limon S1", "Limon R1", "limon f7", "LIMON  S2", "LimonS5", "limon-s1", "Limon_R3"})
        CHECK(legacyFontOf(name) == LegacyFont::Limon);
    CHECK(legacyFontOf("ABC-TEXT-05") == LegacyFont::Abc);
    CHECK(legacyFontOf("ABC-TEXT-05A") == LegacyFont::Abc);
    CHECK(legacyFontOf("abc head 01") == LegacyFont::Abc);
    CHECK(legacyFontOf("Khek Anlongvill") == LegacyFont::Khek);
    CHECK(legacyFontOf("@Battambang Khek") == LegacyFont::Khek);
    CHECK(legacyFontOf("FK1") == LegacyFont::Fk);
    CHECK(legacyFontOf("Baidok3C") == LegacyFont::Baidok);
    CHECK(legacyFontOf("Truth11") == LegacyFont::Truth);
    // Latin fonts of other makes, and Khmer ones of Unicode.
    for (const std::string_view name : {"",
                                        " ",
                                        "Limon",
                                        "Limon Script",
                                        "Limonade 1",
                                        "Kh Baphnom Limon R1",
                                        "ABC Diatype",
                                        "ABC Favorit",
                                        "FK Grotesk",
                                        "Truth",
                                        "Arial",
                                        "Khmer OS Battambang",
                                        "Battambang",
                                        "Khmer S1",
                                        "Noto Sans Khmer",
                                        "S1"})
        CHECK_FALSE(legacyFontOf(name).has_value());
}

TEST_CASE("a family is named as it is called", "[text][khmer][legacy]") {
    for (const LegacyFont font : legacyFonts())
        CHECK(legacyFontNamed(nameOf(font)) == font);
    CHECK(legacyFontNamed("limon") == LegacyFont::Limon);
    CHECK_FALSE(legacyFontNamed("auto").has_value());
    CHECK(LegacyTable::of(LegacyFont::Limon));
    CHECK_FALSE(LegacyTable::of(LegacyFont::Abc));
}

TEST_CASE("signs that are drawn before their base go behind it", "[text][khmer][legacy]") {
    const Pairs pairs = {{"eT", "ទេ"},
                         {"Et", "តែ"},
                         {"éf", "ថៃ"},
                         {"Rtg;", "ត្រង់"},
                         {"eRb", "ប្រេ"},
                         {"ERK", "គ្រែ"},
                         {"Rbéf", "ប្រថៃ"},
                         {"Exµr", "ខ្មែរ"},
                         {"eqñat", "ឆ្នោត"},
                         {"®sþI", "ស្ត្រី"},
                         {"Reb", "ប្រេ"}};
    for (const auto& [limon, khmer] : pairs)
        CHECK(khmerOf(limon) == khmer);
    CHECK(khmerOf("®sþI") == testing::ofCodes("179F 17D2 178F 17D2 179A 17B8"));
}

TEST_CASE("the two halves of a vowel become one", "[text][khmer][legacy]") {
    const Pairs pairs = {{"elak", "លោក"},
                         {"ehIy", "ហើយ"},
                         {"eTA", "ទៅ"},
                         {"erob", "រៀប"},
                         {"eCOn", "ជឿន"},
                         {"eBÓn", "ពឿន"},
                         {"eRkam", "ក្រោម"}};
    for (const auto& [limon, khmer] : pairs)
        CHECK(khmerOf(limon) == khmer);
}

TEST_CASE("a low sign under another vowel is a shifter", "[text][khmer][legacy]") {
    // The first series takes ៊, the second ៉, and so does ប (Khmer Encoding Structure).
    const Pairs pairs = {{"suI", "ស៊ី"},
                         {"s‘I", "ស៊ី"},
                         {"bu½g", "ប៉័ង"},
                         {"juI", "ញ៉ី"},
                         {"jua", "ញ៉ា"},
                         {"m:ag", "ម៉ាង"},
                         {")a:", "ប៉ា"},
                         {"müúag", "ម្យុាង"}};
    for (const auto& [limon, khmer] : pairs)
        CHECK(khmerOf(limon) == khmer);
    CHECK(khmerOf("kuM") == testing::ofCodes("1780 17BB 17C6"));
}

TEST_CASE("what several places draw together is one sign", "[text][khmer][legacy]") {
    const Pairs pairs = {{")aT", "បាទ"},
                         {"tMe)A", "តំបៅ"},
                         {"kBaØa", "កញ្ញា"},
                         {"Bakü", "ពាក្យ"},
                         {"b¤", "ឬ"},
                         {"B¤", "ឮ"},
                         {"b£s", "ឫស"},
                         {"]u", "ឩ"},
                         {"]bma", "ឧបមា"},
                         {"´", "ខ្ញុំ"},
                         {"[", "ឲ្យ"},
                         {"»ü", "ឲ្យ"},
                         {"»kas", "ឱកាស"},
                         {"R)arB§", "ប្រារព្ធ"},
                         {"B§d¾", "ឰដ៏"},
                         {"vlø×", "វល្លិ៍"},
                         {"GaNa", "អាណា"},
                         {"BN’", "ពណ៌"}};
    for (const auto& [limon, khmer] : pairs)
        CHECK(khmerOf(limon) == khmer);
}

TEST_CASE("digits and punctuation are those that the font draws", "[text][khmer][legacy]") {
    CHECK(khmerOf("TI12 qñaM2024.") == "ទី១២ ឆ្នាំ២០២៤។");
    CHECK(khmerOf("TI!@") == "ទី12");
    CHECK(khmerOf("eT¡ {eT} ¬eT¦ fñm²") == "ទេ! “ទេ” (ទេ) ថ្នម\u17D7");
    CHECK(khmerOf("eT? eT - \"eT\"") == "ទេ? ទេ - \"ទេ\"");
}

TEST_CASE("one place draws a sign of words and a colon", "[text][khmer][legacy]") {
    CHECK(khmerOf("ry³eBl") == "រយៈពេល");
    CHECK(khmerOf("tamry³ lkçN³") == "តាមរយៈ លក្ខណៈ");
    CHECK(khmerOf("Rs³") == "ស្រៈ");
    CHECK(khmerOf("Katfa³ eT") == "គាតថា៖ ទេ");
    CHECK(khmerOf("TI1³ eT") == "ទី១៖ ទេ");
}

TEST_CASE("the usual example of the reference reads as it should", "[text][khmer][legacy]") {
    CHECK(khmerOf("PsþútagGMBIBaküfa Exµr") == "ភស្តុតាងអំពីពាក្យថា ខ្មែរ");
}

TEST_CASE("windows-1252 and ISO 8859-1 name one place", "[text][khmer][legacy]") {
    CHECK(khmerOf("s\u2018I") == khmerOf("s\u0091I"));
    CHECK(khmerOf("BN\u2019") == khmerOf("BN\u0092"));
    // A micro sign that was folded to the Greek letter.
    CHECK(khmerOf("Ex\u03BCr") == "ខ្មែរ");
}

TEST_CASE("dialogue that another program wrote for the font comes back", "[text][khmer][legacy]") {
    std::size_t same = 0;
    for (const Line& line : dialogue()) {
        const std::string khmer = compared(line.khmer);
        const std::string back = compared(khmerOf(line.limon));
        if (khmer == back) {
            ++same;
            continue;
        }
        INFO(khmer << '\n' << back << '\n' << line.limon);
        CHECK_FALSE(reasonFor(line.khmer).empty());
    }
    CHECK(dialogue().size() == 662);
    CHECK(same >= 640);
}

TEST_CASE("nothing but what the font cannot tell is lost", "[text][khmer][legacy]") {
    // The lines that do not come back, with what is one place written alike.
    const auto folded = [](std::string_view text) {
        return replacedAll(replacedAll(compared(text), "ឱ្យ", "ឲ្យ"), "៖", "ៈ");
    };
    for (const Line& line : dialogue()) {
        const bool isPlain = !hasLatin(line.khmer) && !holds(line.khmer, "«");
        if (isPlain) CHECK(folded(line.khmer) == folded(khmerOf(line.limon)));
    }
}

TEST_CASE("converted dialogue is well formed, and offsets keep their order",
          "[text][khmer][legacy]") {
    for (const Line& line : dialogue()) {
        if (hasLatin(line.khmer)) continue;
        const LegacyConverted done = convertedLegacy(line.limon, limonTable());
        CHECK(issuesIn(done.text).empty());
        CHECK(done.unknown.empty());
        CHECK(done.confidence == 1);
        CHECK(withEdits(line.limon, done.edits) == done.text);
        const OffsetMap map = done.map();
        std::size_t last = 0;
        for (std::size_t at = 0; at <= line.limon.size(); ++at) {
            CHECK(map.after(at) >= last);
            last = map.after(at);
        }
        CHECK(last == done.text.size());
    }
}

TEST_CASE("an edit is one syllable", "[text][khmer][legacy]") {
    const LegacyConverted done = convertedLegacy("eRkam Exµr", limonTable());
    const std::vector<TextEdit> expected = {
        {0, 4, "ក្រោ"}, {4, 5, "ម"}, {6, 10, "ខ្មែ"}, {10, 11, "រ"}};
    CHECK(done.edits == expected);
}

TEST_CASE("letters that the font has no sign for stay and are told", "[text][khmer][legacy]") {
    const LegacyConverted done = convertedLegacy("kaÿt Œ ÿ", limonTable());
    CHECK(done.text == "កាÿត Œ ÿ");
    CHECK(done.unknown == U"ÿŒ");
    CHECK(done.confidence < 1);
    CHECK(convertedLegacy("", limonTable()).confidence == 1);
}

TEST_CASE("Khmer in Unicode and other scripts stay", "[text][khmer][legacy]") {
    for (const std::string_view text :
         {"ខ្មែរ!", "ខ្មែរ 2024, 50%", "ខ្មែរ: (ក)", "Привет", "日本", " \t\n", "", "…", "—"})
        CHECK(khmerOf(text) == text);
    CHECK(khmerOf("ខ្មែរ! Exµr") == "ខ្មែរ! ខ្មែរ");
    // What was converted once is Khmer.
    for (const Line& line : dialogue())
        CHECK(keepingLatin(keepingLatin(line.limon)) == keepingLatin(line.limon));
}

TEST_CASE("words that read as Latin may stay", "[text][khmer][legacy]") {
    CHECK(keepingLatin("ebIk Facebook Emn") == "បើក Facebook មែន");
    CHECK(keepingLatin("ebIk Google Emn") == "បើក Google មែន");
    CHECK(keepingLatin("TUrs½BÞ OK.") == "ទូរស័ព្ទ OK.");
    CHECK(keepingLatin("www.bbc.com Exµr") == "www.bbc.com ខ្មែរ");
    CHECK(keepingLatin("kat niyay mankar") == "កាត និយាយ មានការ");
}

TEST_CASE("text for the fonts is told from Latin text", "[text][khmer][legacy]") {
    CHECK(legacyConfidence("PsþútagGMBIBaküfa Exµr") > 0.99);
    std::vector<std::string_view> lines;
    std::size_t sure = 0;
    for (const Line& line : dialogue()) {
        lines.push_back(line.limon);
        if (legacyConfidence(line.limon) >= 0.9) ++sure;
    }
    CHECK(sure * 100 >= dialogue().size() * 98);
    const std::vector<double> together = legacyConfidences(lines);
    CHECK(std::ranges::count_if(together, [](double one) { return one >= 0.9; }) >=
          static_cast<std::ptrdiff_t>(lines.size() - 1));
}

TEST_CASE("no Latin text, however odd, is taken for text for the fonts", "[text][khmer][legacy]") {
    for (const std::string_view line : kOddLines) {
        INFO(line);
        CHECK(legacyConfidence(line) < 0.7);
    }
    for (const double one : legacyConfidences(kOddLines))
        CHECK(one < 0.05);
}

TEST_CASE("a line is judged with its neighbours", "[text][khmer][legacy]") {
    std::vector<std::string_view> lines = {"rvl;.", "Thank you, Dara.", "OK"};
    CHECK(legacyConfidence(lines[0]) < 0.5);
    for (std::size_t i = 0; i < 300; ++i)
        if (!hasLatin(dialogue()[i].khmer)) lines.push_back(dialogue()[i].limon);
    const std::vector<double> together = legacyConfidences(lines);
    CHECK(together[0] > 0.3);
    CHECK(together[1] < 0.01);
    CHECK(together[2] < 0.01);
}

TEST_CASE("bad legacy text has defined results in linear time", "[text][khmer][legacy]") {
    const auto repeated = [](std::string_view part, std::size_t times) {
        std::string text;
        for (std::size_t i = 0; i < times; ++i)
            text += part;
        return text;
    };
    for (const std::string& text : {repeated("a", 10000),
                                    "k" + repeated("a", 10000),
                                    repeated("e", 10000),
                                    repeated("eR", 10000) + "k",
                                    repeated("k³", 10000),
                                    repeated("\xFF", 1000),
                                    repeated("Ba", 10000),
                                    "k" + repeated("u", 10000) + "I",
                                    repeated("PsþútagGMBI", 1000),
                                    std::string("\0k\0a", 4),
                                    std::string("\xC3"),
                                    std::string("e"),
                                    std::string("R")}) {
        for (const LegacyScope scope : {LegacyScope::All, LegacyScope::KeepLatinWords}) {
            const LegacyConverted done = convertedLegacy(text, limonTable(), scope);
            CHECK(withEdits(text, done.edits) == done.text);
            CHECK((done.confidence >= 0 && done.confidence <= 1));
        }
        const double confidence = legacyConfidence(text);
        CHECK((confidence >= 0 && confidence <= 1));
    }
    CHECK(khmerOf("k\xFF"
                  "a") ==
          "ក\xFF"
          "ា");
    CHECK(khmerOf("e k") == "េ ក");
}

TEST_CASE("a megabyte without a space is read once", "[text][khmer][legacy]") {
    std::string text;
    while (text.size() < 1'000'000)
        text += "PsþútagGMBIBaküfa";
    CHECK(convertedLegacy(text, limonTable()).text.starts_with("ភស្តុតាងអំពីពាក្យថាភស្តុ"));
}
