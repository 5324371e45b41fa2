// SPDX-License-Identifier: MIT
#include <subs/text/charset.h>

#include "catch.h"

#include <random>
#include <string>
#include <vector>

using subs::Bom;
using subs::DecodedText;
using subs::Encoding;

namespace {

using namespace std::string_literals;

DecodedText decoded(std::string bytes) {
    auto result = subs::decodeText(std::move(bytes));
    REQUIRE(result);
    return *std::move(result);
}

DecodedText decodedAs(std::string bytes, const std::string& encoding) {
    auto result = subs::decodeText(std::move(bytes), encoding);
    REQUIRE(result);
    return *std::move(result);
}

std::string codeOf(const DecodedText& text) {
    return text.diagnostics.empty() ? "" : text.diagnostics.front().code;
}

std::string encoded(std::string_view text, const std::string& encoding, Bom bom = Bom::No) {
    auto result = subs::encodeText(text, {encoding, bom, 100, ""});
    REQUIRE(result);
    return *std::move(result);
}

}  // namespace

TEST_CASE("plain ASCII is UTF-8 without question", "[text][charset]") {
    const DecodedText text = decoded("Where is the boat?\n");
    CHECK(text.encoding.name == "UTF-8");
    CHECK(text.encoding.confidence == 100);
    CHECK(text.encoding.reason == "plain ASCII");
    CHECK(text.diagnostics.empty());
}

TEST_CASE("byte order marks decide, and are no part of the text", "[text][charset]") {
    for (const auto& [bytes, name] : {std::pair{"\xEF\xBB\xBF"
                                                "ab"s,
                                                "UTF-8"},
                                      std::pair{"\xFF\xFE"
                                                "a\0b\0"s,
                                                "UTF-16LE"},
                                      std::pair{"\xFE\xFF"
                                                "\0a\0b"s,
                                                "UTF-16BE"},
                                      std::pair{"\xFF\xFE\0\0"
                                                "a\0\0\0b\0\0\0"s,
                                                "UTF-32LE"},
                                      std::pair{"\0\0\xFE\xFF"
                                                "\0\0\0a\0\0\0b"s,
                                                "UTF-32BE"}}) {
        const DecodedText text = decoded(bytes);
        CHECK(text.text == "ab");
        CHECK(text.encoding.name == name);
        CHECK(text.encoding.bom == Bom::Yes);
        CHECK(encoded(text.text, text.encoding.name, Bom::Yes) == bytes);
    }
}

TEST_CASE("UTF-32 is taken for no UTF-16, nor UTF-16 for UTF-32", "[text][charset]") {
    // A unit behind the mark that is no code point: U+0000, "a" and "b" of UTF-16.
    CHECK(decoded("\xFF\xFE\0\0a\0b\0"s).encoding.name == "UTF-16LE");
    CHECK(decodedAs("\xFF\xFE\0\0a\0\0\0"s, "UTF-16LE").text == "\0a\0"s);
    CHECK(decodedAs("\xFF\xFE\0\0a\0\0\0"s, "UTF-32").text == "a");
    CHECK(decodedAs("\0\0\xFE\xFF\0\0\0a"s, "utf-32").encoding.name == "UTF-32BE");
    CHECK(decodedAs("a\0\0\0"s, "UTF-32").text == "a");
    // U+1F6F6, a canoe, and what is cut off behind it.
    const std::string cut = "\xFF\xFE\0\0\xF6\xF6\x01\0a"s;
    const DecodedText text = decoded(cut);
    CHECK(text.encoding.name == "UTF-32LE");
    CHECK(text.text.starts_with("\U0001F6F6"));
    CHECK(text.bytes == cut);
    CHECK(subs::encodingNamed("UTF-32") == "UTF-32LE");
}

TEST_CASE("Khmer is found in UTF-8 and in both kinds of UTF-16 and UTF-32 without a mark",
          "[text][charset][khmer]") {
    const std::string khmer = "1\n00:00:01,000 --> 00:00:02,000\nតើទូកចេញទៅហើយឬ?\n";
    CHECK(decoded(khmer).encoding.name == "UTF-8");
    for (const std::string name : {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"}) {
        const DecodedText text = decoded(encoded(khmer, name));
        CHECK(text.encoding.name == name);
        CHECK(text.encoding.bom == Bom::No);
        CHECK(text.text == khmer);
        CHECK(text.diagnostics.empty());
    }
}

TEST_CASE("UTF-8 with damage stays UTF-8 with its bytes", "[text][charset]") {
    const std::string bytes = "តើ\nទូក \xE1 ?";
    const DecodedText text = decoded(bytes);
    CHECK(text.text == bytes);
    CHECK(text.encoding.name == "UTF-8");
    REQUIRE(codeOf(text) == "charset.damaged");
    CHECK(text.diagnostics[0].line == 2);
    CHECK(text.diagnostics[0].column == 11);
    CHECK(encoded(text.text, "UTF-8") == bytes);
}

TEST_CASE("a legacy text is detected with a confidence, and doubt is said", "[text][charset]") {
    const std::string russian =
        "Паром уже ушёл? Мы опоздали на целый час. Следующий будет в полдень, подождём на берегу.";
    const DecodedText text = decoded(encoded(russian, "windows-1251"));
    CHECK(text.encoding.name == "windows-1251");
    CHECK(text.text == russian);
    CHECK(text.encoding.confidence < 100);
    const DecodedText plain = decoded("caf\xE9");
    CHECK(plain.encoding.name == "windows-1252");
    CHECK(plain.text == "café");
    CHECK(codeOf(plain) == "charset.doubtful");
}

TEST_CASE("the encoding that an XML file declares is taken", "[text][charset][xml]") {
    struct Case {
        std::string encoding, bytes, text;
    };
    // By the code charts: unicode.org/Public/MAPPINGS.
    const std::vector<Case> cases = {
        {"KOI8-R", "\xE4\xC1, \xD0\xD2\xC9\xD7\xC5\xD4", "Да, привет"},
        {"windows-1250", "\x8Elu\x9Dou\xE8k\xFD k\xF9\xF2", "Žluťoučký kůň"},
        {"windows-1251", "\xC4\xE0", "Да"},
        {"windows-1254", "I\xFE\xFDk \xF0", "Işık ğ"},
        {"ISO-8859-1", "Caf\xE9 d\xE9j\xE0", "Café déjà"},
        {"ISO-8859-5", "\xB4\xD0, \xDF\xE0\xD8\xD2\xD5\xE2", "Да, привет"},
        {"ISO-8859-7", "\xCD\xE1\xE9", "Ναι"},
        {"ISO-8859-15", "Prix: 5 \xA4 - c\xBDur", "Prix: 5 € - cœur"},
        {"Shift_JIS", "\x82\xB1\x82\xF1\x82\xC9\x82\xBF\x82\xCD", "こんにちは"},
        {"macintosh", "Caf\x8E \xD2x\xD3", "Café “x”"}};
    for (const Case& one : cases) {
        CAPTURE(one.encoding);
        const std::string head = "<?xml version=\"1.0\" encoding='" + one.encoding + "'?>\n<a>";
        const DecodedText text = decoded(head + one.bytes + "</a>");
        CHECK(text.encoding.name == one.encoding);
        CHECK(text.text == head + one.text + "</a>");
        CHECK(text.bytes.empty());
        CHECK(text.diagnostics.empty());
        CHECK(encoded(text.text, text.encoding.name) == head + one.bytes + "</a>");
        const DecodedText asked = decodedAs(head + one.bytes + "</a>", "IBM850");
        CHECK(asked.encoding.name == "IBM850");
    }
    // ASCII is in any of them: an edit of it is then written in the one that is declared.
    CHECK(decoded("<?xml version='1.0' encoding='KOI8-R'?><a/>").encoding.name == "KOI8-R");
}

TEST_CASE("a declared encoding that cannot be true is not taken", "[text][charset][xml]") {
    const auto nameOf = [](const std::string& declared, const std::string& content) {
        return decoded("<?xml version='1.0' encoding='" + declared + "'?><a>" + content + "</a>")
            .encoding.name;
    };
    CHECK(nameOf("ISO-8859-1", "តើទូក") == "UTF-8");
    CHECK(nameOf("UTF-16", "boat") == "UTF-8");
    CHECK(nameOf("IBM037", "boat") == "UTF-8");  // EBCDIC, which the declaration is not in
    CHECK(nameOf("klingon", "boat") == "UTF-8");
    CHECK(nameOf("US-ASCII", "caf\xE9") == "windows-1252");
    // What is called ISO-8859-1 is windows-1252 where it has its letters (WHATWG Encoding, 4.2).
    CHECK(nameOf("ISO-8859-1",
                 "\x93"
                 "caf\xE9\x94") == "windows-1252");
    CHECK(decoded("\xEF\xBB\xBF<?xml version='1.0' encoding='KOI8-R'?><a/>").encoding.name ==
          "UTF-8");
}

TEST_CASE("an encoding that is asked for is taken", "[text][charset]") {
    CHECK(decodedAs("\xE0", "windows-1251").text == "а");
    CHECK(decodedAs("\xE0", "cp1251").encoding.name == "windows-1251");
    CHECK(decodedAs("\xE0", "windows-1251").encoding.confidence == 100);
    CHECK(decodedAs("a\0"s, "utf-16le").text == "a");
    CHECK(decodedAs("\xFE\xFF\0a"s, "utf-16").encoding.name == "UTF-16BE");
    const auto unknown = subs::decodeText("a", "klingon");
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().code == "charset.unknown");
}

TEST_CASE("text that was encoded twice is diagnosed and left as it is", "[text][charset][khmer]") {
    const std::string khmer = "តើទូកចេញទៅហើយឬ";
    for (const std::string wrong : {"ISO-8859-1", "windows-1252"}) {
        const std::string twice = decodedAs(khmer, wrong).text;
        if (twice.find("\xED") != std::string::npos) continue;
        const DecodedText text = decoded(twice);
        CHECK(text.text == twice);
        CHECK(codeOf(text) == "charset.double-encoded");
    }
    CHECK(decoded("Où est le bateau égaré? L’été, déjà…").diagnostics.empty());
    CHECK(decoded(khmer).diagnostics.empty());
}

TEST_CASE("unpaired surrogates and undecodable bytes come back", "[text][charset]") {
    const std::string half =
        "\xFF\xFE"
        "a\0\x3D\xD8\n\0"s;
    const DecodedText text = decoded(half);
    CHECK(codeOf(text) == "charset.damaged");
    CHECK(text.bytes.empty());
    CHECK(encoded(text.text, "UTF-16LE", Bom::Yes) == half);
    const std::string broken = "ok \x81 \xFF end";
    const DecodedText japanese = decodedAs(broken, "Shift_JIS");
    CHECK(japanese.bytes.empty());
    CHECK(encoded(japanese.text, "Shift_JIS") == broken);
}

TEST_CASE("where the text does not give back the bytes, the bytes are kept", "[text][charset]") {
    const std::string odd =
        "\xFF\xFE"
        "\n\0a\0b"s;
    const DecodedText text = decoded(odd);
    CHECK(text.bytes == odd);
    bool said = false;
    for (const subs::Diagnostic& diagnostic : text.diagnostics) {
        if (diagnostic.code != "charset.not-reversible") continue;
        said = true;
        CHECK(diagnostic.line == 2);
        CHECK(diagnostic.column == 2);
    }
    CHECK(said);
}

TEST_CASE("a letter that an encoding does not have is named with its line",
          "[text][charset][khmer]") {
    const auto result = subs::encodeText("one\ntwo\né ទទ", {"windows-1252", Bom::No, 100, ""});
    REQUIRE_FALSE(result);
    CHECK(result.error().code == "charset.unrepresentable");
    CHECK(result.error().line == 3);
    CHECK(result.error().column == 4);
    CHECK(result.error().message ==
          "2 characters are not in windows-1252, the first of them \"ទ\" (U+1791)");
    CHECK_FALSE(subs::encodeText("a", {"klingon", Bom::No, 100, ""}));
    CHECK(subs::firstUnrepresentable("é ទទ", {"windows-1252", Bom::No, 100, ""}) == 3);
    CHECK_FALSE(subs::firstUnrepresentable("é", {"windows-1252", Bom::No, 100, ""}));
    CHECK_FALSE(subs::firstUnrepresentable("ទ", {"UTF-16LE", Bom::No, 100, ""}));
    CHECK_FALSE(subs::encodeText("a\xFF", {"UTF-16LE", Bom::No, 100, ""}));
}

TEST_CASE("an unknown encoding names the nearest one", "[text][charset]") {
    CHECK(subs::encodingNamed("windows-125").error().message.find("the nearest is windows-125") !=
          std::string::npos);
    CHECK(subs::encodingNamed("UFT-8").error().message.find("the nearest is UTF-8") !=
          std::string::npos);
}

TEST_CASE("encodings have one name", "[text][charset]") {
    CHECK(subs::encodingNamed("utf8") == "UTF-8");
    CHECK(subs::encodingNamed("latin1") == "ISO-8859-1");
    CHECK(subs::encodingNamed("CP1252") == "windows-1252");
    CHECK_FALSE(subs::encodingNamed("klingon"));
}

TEST_CASE("any bytes come back, in any encoding", "[text][charset][property]") {
    std::mt19937 random(13);
    for (const std::string name : {"",
                                   "UTF-8",
                                   "UTF-16LE",
                                   "UTF-16BE",
                                   "UTF-32LE",
                                   "UTF-32BE",
                                   "windows-1250",
                                   "windows-1251",
                                   "windows-1252",
                                   "ISO-8859-2",
                                   "KOI8-R",
                                   "Shift_JIS",
                                   "GB18030",
                                   "EUC-KR",
                                   "Big5",
                                   "ISO-2022-JP"}) {
        INFO(name);
        for (int i = 0; i < 300; ++i) {
            std::string bytes;
            for (auto n = random() % 60; n > 0; --n)
                bytes += static_cast<char>(random() % 256);
            const auto text =
                subs::decodeText(bytes, name.empty() ? std::nullopt : std::optional(name));
            REQUIRE(text);
            if (!text->bytes.empty()) {
                REQUIRE(text->bytes == bytes);
                continue;
            }
            const auto again = subs::encodeText(text->text, text->encoding);
            REQUIRE(again);
            REQUIRE(*again == bytes);
        }
    }
}
