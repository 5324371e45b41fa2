// SPDX-License-Identifier: MIT
#include <subs/base/utf8.h>
#include <subs/text/segment.h>

#include "catch.h"
#include "text/parted.h"

#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

using namespace subs;
using testing::parted;

namespace {

std::string lines(std::string_view text, std::string_view language = "km") {
    return parted(text, Segmenter(language).lineBreaks(text));
}

std::string words(std::string_view text, std::string_view language = "km") {
    return parted(text, Segmenter(language).wordBoundaries(text));
}

/// Phrases of common words, signs and other scripts thrown together.
std::vector<std::string> strangeTexts() {
    const std::vector<std::string> pieces = {
        "ខ្ញុំ", "លោក", "ធឿន", "ផ្សេង", "ៗ", "។",    "៖",   "«",      "»",      "(",    ")",     "!",
        " ",  "២០",  "៛",   "%",    "ក", "។ល។",  "ការ", "\u200B", "\u2060", "Film", "\n",    "្ម",
        "ា",  "–",   "…",   "123",  "ទី", "日本", "ไทย", "\xE1",   "🇰🇭",     "អ្នក",  "\u00A0"};
    std::mt19937 random(11);  // NOLINT: the same texts every time
    std::vector<std::string> texts;
    for (int i = 0; i < 3000; ++i) {
        std::string text;
        for (std::size_t n = random() % 10 + 1; n > 0; --n)
            text += pieces[random() % pieces.size()];
        texts.push_back(text);
    }
    return texts;
}

bool isAscendingInside(const Offsets& offsets, std::size_t size) {
    std::uint32_t last = 0;
    for (const std::uint32_t offset : offsets) {
        if (offset <= last || offset >= size) return false;
        last = offset;
    }
    return true;
}

bool areClusterEnds(const Offsets& offsets, std::string_view text) {
    const Offsets ends = clusterEnds(text);
    return std::ranges::includes(ends, offsets);
}

}  // namespace

TEST_CASE("a Khmer line may end where its words do", "[text][khmer]") {
    const auto [text, expected] = GENERATE(table<std::string, std::string>({
        {"ផ្សេងៗគ្នា", "ផ្សេងៗ|គ្នា"},
        {"ពេជ្យ", "ពេជ្យ"},
        {"លោកធឿនបានទៅ", "លោក|ធឿន|បាន|ទៅ"},
        {"តើអ្នកសុខសប្បាយទេ", "តើ|អ្នកសុខសប្បាយ|ទេ"},
        {"ខ្ញុំមិនចង់ទៅផ្ទះវិញទេ", "ខ្ញុំ|មិន|ចង់|ទៅ|ផ្ទះ|វិញ|ទេ"},
        {"ប្រើFacebookនិងYouTubeជា", "ប្រើ|Facebook|និង|YouTube|ជា"},
        {"ថា៖«ខ្ញុំ", "ថា៖|«ខ្ញុំ"},
        {"ទេ»។", "ទេ»។"},
        {"(ខ្មែរ)កម្ពុជា", "(ខ្មែរ)|កម្ពុជា"},
        {"ឆ្នាំ២០២៤", "ឆ្នាំ២០២៤"},
        {"ម៉ោង១០:៣០នាទី", "ម៉ោង១០:៣០នាទី"},
        {"សៀវភៅ៣ក្បាល", "សៀវភៅ|៣ក្បាល"},
        {"តម្លៃ៥០០០៛", "តម្លៃ|៥០០០៛"},
        {"៣០%នៃ", "៣០%នៃ"},
        {"។ល។", "។ល។"},
        {"ផ្សេង ៗ", "ផ្សេង ៗ"},
        {"ខ្មែរ ។", "ខ្មែរ ។"},
        {"ភា\u200Bសា", "ភា\u200B|សា"},
        {"ខ្មែរ\u2060កម្ពុជា", "ខ្មែរ\u2060កម្ពុជា"},
        {"សហរដ្ឋអាមេរិក", "សហរដ្ឋ|អាមេរិក"},
    }));
    CHECK(lines(text) == expected);
}

TEST_CASE("words and line breaks at once are those that are found one by one", "[text][khmer]") {
    Glossary names;
    names.add("សុភាលី");
    for (const KhmerEngine engine : {KhmerEngine::Lexicon, KhmerEngine::Icu, KhmerEngine::Author}) {
        Segmenter segmenter({.language = "km", .engine = engine, .glossary = names});
        std::vector<std::string> texts = strangeTexts();
        texts.resize(500);
        texts.emplace_back("លោកសុភាលីទៅផ្សារជាមួយអ្នកស្រីនៅថ្ងៃស្អែក");
        for (const std::string& text : texts) {
            const Segments segments = segmenter.segments(text);
            CHECK(segments.words == segmenter.wordBoundaries(text));
            CHECK(segments.lineBreaks == segmenter.lineBreaks(text));
        }
    }
}

TEST_CASE("a lone consonant goes back to its word", "[text][khmer]") {
    CHECK(lines("លោកធឿនបានទៅ").starts_with("លោក|"));
    CHECK(words("លោកធឿនបានទៅ").starts_with("លោក|"));
}

TEST_CASE("a misspelt cluster is not broken", "[text][khmer]") {
    CHECK(lines("ប្រតិ្តបត្តិ").starts_with("ប្រតិ្តប"));
}

TEST_CASE("a line never begins with closing punctuation even after a space", "[text][khmer]") {
    for (const std::string close : {"ៗ", "។", "៕", "៖", "!", "?", "»", ")", "…", "”", ","}) {
        CAPTURE(close);
        CHECK(lines("ខ្មែរ" + close) == "ខ្មែរ" + close);
        CHECK(lines("ខ្មែរ " + close) == "ខ្មែរ " + close);
    }
}

TEST_CASE("a line never ends with opening punctuation", "[text][khmer]") {
    for (const std::string open : {"«", "(", "“", "["}) {
        CAPTURE(open);
        CHECK(lines(open + "ខ្មែរ") == open + "ខ្មែរ");
        CHECK(lines(open + " ខ្មែរ") == open + " ខ្មែរ");
        CHECK(lines("ខ្មែរ" + open + "ខ្មែរ") == "ខ្មែរ|" + open + "ខ្មែរ");
    }
}

TEST_CASE("a line may end after Khmer punctuation and at spaces", "[text][khmer]") {
    CHECK(lines("ទៅមក។គាត់ថា៖ខ្ញុំ!ទេ?មែន…ហើយ") == "ទៅ|មក។|គាត់|ថា៖|ខ្ញុំ!|ទេ?|មែន…|ហើយ");
    CHECK(lines("ខ្មែរ ខ្ញុំ") == "ខ្មែរ |ខ្ញុំ");
    CHECK(lines("ផ្ទះ។ល។ខ្ញុំ") == "ផ្ទះ។ល។|ខ្ញុំ");
}

TEST_CASE("a number keeps its sign and its unit", "[text][khmer]") {
    CHECK(lines("៣០ %") == "៣០ %");
    CHECK(lines("៥០០០ ៛") == "៥០០០ ៛");
    CHECK(lines("តម្លៃ $5") == "តម្លៃ |$5");
}

TEST_CASE("a prefix stays with its word", "[text][khmer]") {
    for (const std::string prefix : {"ការ",
                                     "ភាព",
                                     "អ្នក",
                                     "សេចក្តី",
                                     "សេចក្ដី",
                                     "ព្រះ",
                                     "អន្តរ",
                                     "មហា",
                                     "អនុ",
                                     "ទី",
                                     "អគ្គ",
                                     "ឧប",
                                     "សហ",
                                     "ពហុ",
                                     "អតិ",
                                     "រាជ"}) {
        CAPTURE(prefix);
        const std::string text = prefix + "ខ្ញុំ";
        CHECK(lines(text) == text);
        CHECK(lines(prefix + "\u200Bខ្ញុំ") == prefix + "\u200B|ខ្ញុំ");
        CHECK(lines(prefix + " ខ្ញុំ") == prefix + " |ខ្ញុំ");
    }
}

TEST_CASE("a line ends as UAX 14 says outside of Khmer", "[text]") {
    CHECK(lines("Hello, world (and “more”) — yes", "en") == "Hello, |world |(and |“more”) |— |yes");
    CHECK(lines("er sagte »Wort« und", "de") == "er |sagte |»Wort« |und");
    CHECK(lines("one\ntwo", "en") == "one\n|two");
    CHECK(lines("日本", "ja") == "日|本");
    CHECK(lines("50 km", "en") == "50 |km");
}

TEST_CASE("words are parted from spaces and punctuation", "[text][khmer]") {
    CHECK(words("It's 5,000 ok.", "en") == "It's| |5,000| |ok|.");
    CHECK(words("ថា៖«ខ្ញុំទេ»។") == "ថា|៖|«|ខ្ញុំ|ទេ|»|។");
    CHECK(words("ខ្មែរ ខ្ញុំ") == "ខ្មែរ| |ខ្ញុំ");
    CHECK(words("ម៉ោង១០:៣០នាទី") == "ម៉ោង|១០:៣០|នាទី");
    CHECK(words("ប្រើFacebookនិង") == "ប្រើ|Facebook|និង");
    CHECK(words("ផ្ទះ។ល។") == "ផ្ទះ|។ល។");
}

TEST_CASE("the author decides on words with U+200B and U+2060", "[text][khmer]") {
    CHECK(words("ភា\u200Bសា") == "ភា|\u200B|សា");
    CHECK(words("ខ្មែរ\u2060កម្ពុជា") == "ខ្មែរ\u2060កម្ពុជា");
}

TEST_CASE("a repetition sign is a word that no line begins with", "[text][khmer]") {
    CHECK(words("ផ្សេងៗគ្នា") == "ផ្សេង|ៗ|គ្នា");
    CHECK(lines("ផ្សេងៗគ្នា") == "ផ្សេងៗ|គ្នា");
}

TEST_CASE("Thai, Lao and Burmese are broken by ICU's words and the same guard", "[text]") {
    struct Vector {
        std::string language, text, expected;
    };
    // By hand: no line begins with a repetition sign or a stop, words of other scripts and quotes
    // are parted from what stands beside them, a number keeps its unit.
    const auto vector = GENERATE(values<Vector>({
        {"th", "เด็กๆไปโรงเรียน", "เด็กๆ|ไป|โรงเรียน"},
        {"th", "เร็ว ๆ นี้", "เร็ว ๆ |นี้"},
        {"th", "ผมใช้Facebookและไลน์", "ผม|ใช้|Facebook|และ|ไลน์"},
        {"th", "เขาพูดว่า“ไปเถอะ”แล้ว", "เขา|พูด|ว่า|“ไป|เถอะ”|แล้ว"},
        {"th", "ราคา ๕๐๐บาท", "ราคา |๕๐๐บาท"},
        {"th", "เป็นต้นฯลฯ", "เป็นต้น|ฯลฯ"},
        {"lo", "ຫຼາຍໆ ແທ້ ໆ", "ຫຼາຍໆ |ແທ້ ໆ"},
        {"lo", "ຂ້ອຍໃຊ້Facebookທຸກມື້", "ຂ້ອຍ|ໃຊ້|Facebook|ທຸກມື້"},
        {"my", "ချစ်တယ်။သူပြောတယ်၊သွားပါ ။", "ချစ်|တယ်။|သူ|ပြော|တယ်၊|သွား|ပါ ။"},
        {"my", "ကျွန်တော်Facebookသုံးတယ်", "ကျွန်တော်|Facebook|သုံး|တယ်"},
        {"km", "ខ្ញុំទៅไทยហើយ", "ខ្ញុំ|ទៅ|ไทย|ហើយ"},
    }));
    CAPTURE(vector.language);
    CHECK(lines(vector.text, vector.language) == vector.expected);
}

TEST_CASE("a killed letter never begins a line or word", "[text][khmer]") {
    // Names of states and places, the first one of our dialogue; where their other words end is not
    // the point.
    for (const std::string_view text : {"ម៉ាសាឈូសេតស៍អភិបាល", "ហុងគ្រីស៍ស្ពាន", "ពីកាហ្សកស៍ទៅ"}) {
        CAPTURE(text);
        CHECK(lines(text).find("|ស៍") == std::string::npos);
        CHECK(words(text).find("|ស៍") == std::string::npos);
        Segmenter icu({.engine = KhmerEngine::Icu});
        CHECK(parted(text, icu.lineBreaks(text)).find("|ស៍") == std::string::npos);
        CHECK(parted(text, icu.wordBoundaries(text)).find("|ស៍") == std::string::npos);
    }
    CHECK(lines("ទៅ\u200Bស៍") == "ទៅ\u200B|ស៍");  // the author has the last word
}

TEST_CASE("a Burmese syllable stays whole over its stack and its killed consonant", "[text]") {
    // Syllables by hand; UTN #11: a killed consonant, the upper one of a stack and kinzi end the
    // syllable before them.
    const auto syllables = GENERATE(values<std::vector<std::string>>({
        {"ဓမ္မာ", "နန္ဒ"},
        {"ဦး", "ဝိ", "သုဒ္ဓာ", "စာ", "ရ"},
        {"အင်္ဂ", "လိပ်"},
        {"သင်္ဘော", "တက္က", "သိုလ်"},
        {"ယောက်ျား", "ကျွန်ုပ်", "မြန်", "မာ"},
        {"ကြောင့်", "ခွင့်", "လည်း"},
    }));
    Offsets ends{0};
    std::string text;
    for (const std::string& syllable : syllables) {
        text += syllable;
        ends.push_back(static_cast<std::uint32_t>(text.size()));
    }
    CAPTURE(text);
    Segmenter segmenter("my");
    CHECK(std::ranges::includes(ends, segmenter.lineBreaks(text)));
    CHECK(std::ranges::includes(ends, segmenter.wordBoundaries(text)));
}

TEST_CASE("a Shan consonant with medial WA and a killer begins a word", "[text]") {
    CHECK(lines("Film\u1078\u1082\u103A", "shn") == "Film|\u1078\u1082\u103A");
}

TEST_CASE("no line parts a vowel of Thai, Lao or Burmese from its consonant", "[text]") {
    // Every letter beside every other, well-formed or not (Unicode, chapter 16: what is written
    // before its consonant, and what behind).
    std::mt19937 random(16);  // NOLINT: the same texts every time
    const std::u32string leads = U"เแโใไເແໂໃໄ";
    const std::u32string tails = U"ะาำๅัิีึืฺุู็่้๊๋์ํ๎ະາຳັິີຶືຸູົຼຽ່້໊໋໌ໍါာိီုူေဲံ့းျြွှ်္";
    const std::u32string letters = U"กขคนรสອກຂນမကနသရ" + leads + tails;
    Segmenter segmenter("th");
    for (int i = 0; i < 2000; ++i) {
        std::string text;
        for (std::size_t n = 12; n > 0; --n)
            appendUtf8(text, letters[random() % letters.size()]);
        CAPTURE(text);
        for (const Offsets& places : {segmenter.lineBreaks(text), segmenter.wordBoundaries(text)}) {
            for (const std::uint32_t at : places) {
                REQUIRE(tails.find(decodeUtf8(text, at).codePoint) == tails.npos);
                REQUIRE(leads.find(decodeUtf8(text, at - 3).codePoint) == leads.npos);
            }
        }
    }
}

TEST_CASE("the bytes of a character that was cut off stay together", "[text]") {
    // Maximal subparts of Unicode 3.9 (table 3-8 of the standard among them).
    struct Vector {
        std::string damage;
        std::size_t parts;
    };
    const auto vector = GENERATE(values<Vector>({
        {"\xE1\x9E", 1},
        {"\xF0\x9F\x98", 1},
        {"\xF0\x9F", 1},
        {"\xE0\x80", 2},
        {"\xED\xA0\x80", 3},
        {"\xC0\xAF\xE0\x80\xBF\xF0\x81\x82", 8},
        {"\xF1\x80\x80\xE1\x80\xC2", 3},
        {"\x9E\x80", 2},
    }));
    for (const std::string& around : {std::string("ខ្មែរ"), std::string("a "), std::string()}) {
        const std::string text = around + vector.damage + around;
        CAPTURE(text);
        std::size_t inside = 0;
        for (const std::uint32_t at : Segmenter().wordBoundaries(text))
            inside += at > around.size() && at < around.size() + vector.damage.size() ? 1 : 0;
        CHECK(inside == vector.parts - 1);
        for (const std::uint32_t at : Segmenter().lineBreaks(text))
            CHECK((vector.parts > 1 || at <= around.size() ||
                   at >= around.size() + vector.damage.size()));
    }
}

TEST_CASE("an author's hints outrank the words of Thai", "[text]") {
    CHECK(lines("โรง\u200Bเรียน", "th") == "โรง\u200B|เรียน");
    CHECK(lines("ไป\u2060โรงเรียน", "th") == "ไป\u2060โรงเรียน");
}

TEST_CASE("an empty text has no breaks", "[text]") {
    CHECK(lines("").empty());
    CHECK(words("").empty());
    CHECK(lines("a") == "a");
}

TEST_CASE("an unknown language falls back to the rules of all", "[text]") {
    CHECK(lines("one two", "!?") == "one |two");
    CHECK(lines("one two", "") == "one |two");
}

TEST_CASE("a segmenter is used again for any text", "[text]") {
    Segmenter segmenter("km");
    CHECK(parted("a b", segmenter.lineBreaks("a b")) == "a |b");
    CHECK(parted("ខ្មែរ ខ្ញុំ", segmenter.lineBreaks("ខ្មែរ ខ្ញុំ")) == "ខ្មែរ |ខ្ញុំ");
    Segmenter moved = std::move(segmenter);
    CHECK(parted("a b", moved.wordBoundaries("a b")) == "a| |b");
}

TEST_CASE("breaks ascend inside the text and never part a cluster", "[text][khmer]") {
    Segmenter segmenter("km");
    for (const std::string& text : strangeTexts()) {
        CAPTURE(text);
        for (const Offsets& offsets :
             {segmenter.lineBreaks(text), segmenter.wordBoundaries(text)}) {
            REQUIRE(isAscendingInside(offsets, text.size()));
            REQUIRE(areClusterEnds(offsets, text));
        }
    }
}

TEST_CASE("no strange text brings a break before a stop or at a word joiner", "[text][khmer]") {
    Segmenter segmenter("km");
    for (const std::string& text : strangeTexts()) {
        CAPTURE(text);
        for (const std::uint32_t at : segmenter.lineBreaks(text)) {
            const std::string_view before = std::string_view(text).substr(0, at);
            const std::string_view after = std::string_view(text).substr(at);
            if (before.ends_with("\n") || before.find_last_not_of(' ') == before.npos) continue;
            const bool byAuthor =
                before.substr(0, before.find_last_not_of(' ') + 1).ends_with("\u200B");
            if (byAuthor) continue;
            for (const std::string_view stop : {"ៗ", "។", "៖"})
                REQUIRE_FALSE(after.starts_with(stop));
            REQUIRE_FALSE(after.starts_with("\u2060"));
            REQUIRE_FALSE(before.ends_with("\u2060"));
        }
    }
}

TEST_CASE("a line may end at each U+200B that stands before something", "[text][khmer]") {
    Segmenter segmenter("km");
    for (const std::string& text : strangeTexts()) {
        const Offsets breaks = segmenter.lineBreaks(text);
        for (std::size_t at = text.find("\u200B"); at != text.npos;
             at = text.find("\u200B", at + 3)) {
            const std::size_t next = text.find_first_not_of(' ', at + 3);
            if (next == text.npos || text[next] == '\n' || text.compare(next, 3, "\u200B") == 0)
                continue;
            CAPTURE(text);
            REQUIRE(std::ranges::binary_search(breaks, next));
        }
    }
}

TEST_CASE("a long text without a space is parted in linear time", "[text][khmer]") {
    // Anything worse would not end within the test's time.
    std::string sentence = "ខ្ញុំស្រលាញ់ប្រទេសកម្ពុជា";
    std::string khmer;
    while (khmer.size() < 1'000'000)
        khmer += sentence;
    std::string unknown;
    while (unknown.size() < 1'000'000)
        unknown += "ឡឿង";
    for (const KhmerEngine engine : {KhmerEngine::Lexicon, KhmerEngine::Author}) {
        Segmenter segmenter({.engine = engine});
        for (const std::string& text : {khmer, unknown, std::string(1'000'000, 'x')}) {
            CHECK(isAscendingInside(segmenter.lineBreaks(text), text.size()));
            CHECK(isAscendingInside(segmenter.wordBoundaries(text), text.size()));
        }
    }
    CHECK(Segmenter().lineBreaks(khmer).size() > khmer.size() / 100);
}

TEST_CASE("thousands of signs on one base are one cluster that nothing parts", "[text][khmer]") {
    std::string marks = "ក";
    for (int i = 0; i < 10'000; ++i)
        marks += "ំ";
    CHECK(lines(marks) == marks);
    CHECK(words(marks) == marks);
    CHECK(lines("ទៅ្") == "ទៅ្");
    CHECK(lines("ទៅ្ ខ្ញុំ") == "ទៅ្ |ខ្ញុំ");
}
