// SPDX-License-Identifier: MIT
// Files with a field for each of two languages: source and target of XLIFF 2.1 (§4.2.2.6,
// §4.2.2.11) and TMX 1.4b, columns of tables.
#include <subs/format/registry.h>
#include <subs/job/pair_files.h>
#include <subs/job/unpair_files.h>

#include "catch.h"

#include <algorithm>
#include <string>
#include <vector>

using namespace subs;

namespace {

using Texts = std::vector<std::string>;
using Places = std::vector<std::size_t>;

const std::string kKhmer =
    "1\n00:00:01,000 --> 00:00:03,000\nសួស្តី\n\n2\n00:00:04,000 --> 00:00:06,000\nទៅណា?\n";
const std::string kEnglish =
    "1\n00:00:01,000 --> 00:00:03,000\nHello\n\n2\n00:00:04,000 --> 00:00:06,000\nWhere to?\n\n"
    "3\n00:00:09,500 --> 00:00:10,500\nBye\n";
const std::string kFrench =
    "1\n00:00:01,000 --> 00:00:03,000\nSalut\n\n2\n00:00:04,000 --> 00:00:06,000\nTu vas ou?\n";

Paired pairedOf(const std::string& first,
                const std::string& second,
                const std::string& format,
                const LanguagePair& languages = {}) {
    PairOptions options;
    options.format = formatNamed(format);
    options.languages = languages;
    const PairTask task{{InputFile{"a", "a", std::nullopt}, InputFile{"b", "b", std::nullopt}},
                        {first, second}};
    PairOutcome outcome = pairOne(task, options);
    INFO((outcome.error ? outcome.error->message : ""));
    REQUIRE_FALSE(outcome.error);
    return std::move(outcome.paired);
}

UnpairOutcome outcomeOf(const std::string& bytes, const UnpairOptions& options = {}) {
    UnpairTask task;
    task.input = {"a", "a", std::nullopt};
    task.bytes = bytes;
    return unpairOne(task, options);
}

Unpaired partedOf(const std::string& bytes, const UnpairOptions& options = {}) {
    UnpairOutcome outcome = outcomeOf(bytes, options);
    INFO((outcome.error ? outcome.error->message : ""));
    REQUIRE_FALSE(outcome.error);
    return std::move(outcome.unpaired);
}

Unpaired partedAsSrt(const std::string& bytes, const LanguagePair& languages = {}) {
    UnpairOptions options;
    options.formats = {formatNamed("srt"), formatNamed("srt")};
    options.languages = languages;
    return partedOf(bytes, options);
}

Texts textsOf(const std::string& bytes) {
    Texts texts;
    const auto read = readDocument(bytes, "a");
    REQUIRE(read);
    for (const Cue& cue : read->document.cues)
        texts.push_back(cue.text.plain);
    return texts;
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

const Diagnostic* find(const Diagnostics& diagnostics, std::string_view code) {
    const auto found = std::ranges::find(diagnostics, code, &Diagnostic::code);
    return found == diagnostics.end() ? nullptr : &*found;
}

/// A unit of an XLIFF, at the times of second `at`.
std::string unit(int at, const std::string& texts) {
    const std::string second = "00:00:0" + std::to_string(at) + ".000";
    const std::string next = "00:00:0" + std::to_string(at + 1) + ".000";
    return "<unit id=\"u" + std::to_string(at) +
           "\"><mda:metadata><mda:metaGroup category=\"subs\"><mda:meta type=\"start\">" + second +
           "</mda:meta><mda:meta type=\"end\">" + next +
           "</mda:meta></mda:metaGroup></mda:metadata><segment>" + texts + "</segment></unit>\n";
}

std::string xliff(const std::string& units) {
    return "<xliff version=\"2.1\" srcLang=\"en\" trgLang=\"fr\" "
           "xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" "
           "xmlns:mda=\"urn:oasis:names:tc:xliff:metadata:2.0\">\n<file id=\"f\">\n" +
           units + "</file></xliff>\n";
}

}  // namespace

TEST_CASE("pairing into XLIFF gives each language its own text of a unit", "[job][pair]") {
    const Paired paired = pairedOf(kKhmer, kEnglish, "xliff");
    CHECK(has(paired.bytes, "srcLang=\"km\" trgLang=\"en\""));
    CHECK(has(paired.bytes,
              "<source xml:space=\"preserve\">សួស្តី</source>\n        <target "
              "xml:space=\"preserve\">Hello</target>"));
    // What stands alone is no text of the first language.
    CHECK(has(paired.bytes,
              "<source xml:space=\"preserve\"></source>\n        <target "
              "xml:space=\"preserve\">Bye</target>"));
    CHECK(paired.made.empty());
    CHECK(paired.losses.empty());
}

TEST_CASE("pairing into TMX gives each language its own text of a unit", "[job][pair]") {
    const Paired paired = pairedOf(kKhmer, kEnglish, "tmx");
    CHECK(has(paired.bytes, "srclang=\"km\""));
    CHECK(has(paired.bytes, "<tuv xml:lang=\"km\"><seg>សួស្តី</seg></tuv>"));
    CHECK(has(paired.bytes, "<tuv xml:lang=\"en\"><seg>Hello</seg></tuv>"));
    CHECK(has(paired.bytes, "<tuv xml:lang=\"en\"><seg>Bye</seg></tuv>"));
}

TEST_CASE("marks between letters stay with the language that they came from", "[job][pair]") {
    const std::string head =
        "[Script Info]\nScriptType: v4.00+\n\n[V4+ Styles]\nFormat: Name, Fontname, Fontsize\n"
        "Style: Default,Arial,20\n\n[Events]\nFormat: Start, End, Style, Text\n";
    const std::string marked = head +
                               "Dialogue: 0:00:01.00,0:00:03.00,Default,"
                               "{comment}{\\k30}so{\\p1}m 0 0 l 5 5{\\p0}{\\frz30}bd{\\k40}\n"
                               "Dialogue: 0:00:04.00,0:00:06.00,Default,{\\p1}m 0 0 l 9 9\n";
    const std::string plain = "1\n00:00:01,000 --> 00:00:03,000\nសួស្តី\n";
    const auto marksOf = [](const CueText& text) {
        Texts marks;
        for (const Span& span : text.spans)
            marks.push_back(span.value);
        return marks;
    };
    UnpairOptions parting;
    parting.formats = {formatNamed("ass"), formatNamed("ass")};
    for (const char* const id : {"xliff", "tmx"})
        for (const std::size_t track : {0U, 1U}) {
            INFO(id << ", marked is track " << track);
            const Paired paired = track == 1 ? pairedOf(plain, marked, id)
                                             : pairedOf(marked, plain, id, {"en", "km"});
            const Unpaired parted = partedOf(paired.bytes, parting);
            const auto own = readDocument(parted.bytes.at(track), "a");
            const auto other = readDocument(parted.bytes.at(1 - track), "a");
            REQUIRE(own);
            REQUIRE(other);
            REQUIRE(other->document.cues.size() == 1);
            CHECK(other->document.cues[0].text == CueText{"សួស្តី", {}});
            REQUIRE(own->document.cues.size() == 2);
            CHECK(own->document.cues[0].text.plain == "sobd");
            CHECK(marksOf(own->document.cues[0].text) ==
                  Texts{"{comment}", "\\k30", "{\\p1}m 0 0 l 5 5{\\p0}", "\\frz30", "\\k40"});
            CHECK(own->document.cues[1].text.plain.empty());
            CHECK(marksOf(own->document.cues[1].text) == Texts{"{\\p1}m 0 0 l 9 9"});
        }
}

TEST_CASE("pairing into a table gives each language a column", "[job][pair]") {
    const std::string rows =
        "id,start,end,text km,text en\n1,00:00:01.000,00:00:03.000,សួស្តី,Hello\n"
        "2,00:00:04.000,00:00:06.000,ទៅណា?,Where to?\n3,00:00:09.500,00:00:10.500,,Bye\n";
    CHECK(pairedOf(kKhmer, kEnglish, "csv").bytes == rows);
    std::string tabs = rows;
    std::ranges::replace(tabs, ',', '\t');
    CHECK(pairedOf(kKhmer, kEnglish, "tsv").bytes == tabs);
    const Paired workbook = pairedOf(kKhmer, kEnglish, "xlsx");
    const auto read = readDocument(workbook.bytes, "a.xlsx");
    REQUIRE(read);
    CHECK(read->document.cues[0].text.spans.size() == 2);  // a mark for each column
}

TEST_CASE("two languages of one script have their own fields where they are named", "[job][pair]") {
    const Paired paired = pairedOf(kFrench, kEnglish, "csv", {"fr", "en"});
    CHECK(has(paired.bytes, "text fr,text en\n1,00:00:01.000,00:00:03.000,Salut,Hello\n"));
    CHECK(has(pairedOf(kFrench, kEnglish, "xliff", {"fr", "en"}).bytes,
              "<target xml:space=\"preserve\">Where to?</target>"));
}

TEST_CASE("languages that cannot be told apart share a field, and that is said", "[job][pair]") {
    // By their letters both are in English.
    const Paired paired = pairedOf(kFrench, kEnglish, "xliff");
    REQUIRE(paired.made.size() == 1);
    CHECK(paired.made[0].severity == Severity::Warning);
    CHECK(paired.made[0].code == "pair.one-field");
    CHECK(paired.made[0].message ==
          "both tracks seem to be in en, so that both texts of a cue stand in one field of XLIFF "
          "2; --lang A,B says which two languages they are, and each gets a field of its own");
    CHECK_FALSE(has(paired.bytes, "<target"));
    const std::string digits = "1\n00:00:01,000 --> 00:00:03,000\n1999\n";
    CHECK(pairedOf(digits, kEnglish, "csv")
              .made.at(0)
              .message.starts_with("which language the first track is in is not known, so that"));
    // Formats with one field need no language.
    CHECK(pairedOf(kFrench, kEnglish, "vtt").made.empty());
}

TEST_CASE("the target that is asked for may be the first language", "[job][pair]") {
    PairOptions options;
    options.format = formatNamed("xliff");
    options.writing.targetLanguage = "km";
    const PairTask task{{InputFile{"a", "a", std::nullopt}, InputFile{"b", "b", std::nullopt}},
                        {kKhmer, kEnglish}};
    const PairOutcome outcome = pairOne(task, options);
    REQUIRE_FALSE(outcome.error);
    CHECK(has(outcome.paired.bytes, "srcLang=\"en\" trgLang=\"km\""));
    CHECK(has(outcome.paired.bytes, "<source xml:space=\"preserve\">Hello</source>"));
}

TEST_CASE("a table of one language is not kept where two get columns, and that is said",
          "[job][pair]") {
    const std::string table = "start,end,text,mood\n1,3,សួស្តី,glad\n";
    const Paired paired = pairedOf(table, "1\n00:00:01,000 --> 00:00:03,000\nHello\n", "csv");
    CHECK(paired.bytes == "start,end,text km,text en\n00:00:01.000,00:00:03.000,សួស្តី,Hello\n");
    const Diagnostic* const told = find(paired.diagnostics[0], "pair.new-file");
    REQUIRE(told != nullptr);
    CHECK(told->severity == Severity::Warning);  // the column "mood" is not in it
    REQUIRE(paired.unread[0].items.size() == 1);
    const LossItem& lost = paired.unread[0].items.front();
    CHECK(lost.feature == "column");
    CHECK(lost.severity == LossSeverity::Dropped);
    CHECK(lost.before == "mood");
    CHECK(lost.line == 1);
}

TEST_CASE("a leftover without a text is named as the others are", "[job][pair]") {
    const std::string khmer = kKhmer + "\n3\n00:00:12,000 --> 00:00:13,000\n\n";
    const Paired paired = pairedOf(khmer, kEnglish, "srt");
    CHECK(paired.alone[0] == Places{2});
    const Diagnostic* const told = find(paired.diagnostics[0], "pair.alone");
    REQUIRE(told != nullptr);
    CHECK(told->severity == Severity::Warning);
    CHECK(told->line == 9);
    CHECK(told->message ==
          "cue 3 (\"3\") at 00:00:12.000 has no text, and so no partner in the other track; it "
          "stands alone");
    CHECK(has(paired.bytes, "00:00:12,000 --> 00:00:13,000\n"));
}

TEST_CASE("unpairing an XLIFF gives the source and the target", "[job][pair]") {
    const std::string both =
        xliff(unit(1, "<source>Hello</source><target>Salut</target>") +
              unit(3,
                   "<source>Where<ph id=\"1\" type=\"fmt\" subType=\"xlf:lb\"/>to?</source>"
                   "<target>Tu vas ou?</target>"));
    const Unpaired parted = partedAsSrt(both);
    CHECK(parted.by == UnpairBy::Field);
    CHECK(parted.languages == std::array<std::string, 2>{"en", "fr"});
    CHECK(textsOf(parted.bytes[0]) == Texts{"Hello", "Where\nto?"});
    CHECK(textsOf(parted.bytes[1]) == Texts{"Salut", "Tu vas ou?"});
    CHECK(parted.inBoth.empty());
    CHECK(parted.diagnostics.empty());
    CHECK(parted.unread.empty());
    // In the order that is asked for.
    CHECK(partedAsSrt(both, {"fr", "en"}).bytes ==
          std::array<std::string, 2>{parted.bytes[1], parted.bytes[0]});
    CHECK(textsOf(partedAsSrt(both, {"km", "en"}).bytes[1]) == Texts{"Hello", "Where\nto?"});
}

TEST_CASE("a text that is not translated is in the other output alone, and told", "[job][pair]") {
    const std::string half = xliff(unit(1, "<source>Hello</source><target>Salut</target>") +
                                   unit(3, "<source>Where to?</source>") +
                                   unit(5, "<source>Bye</source><target></target>"));
    const Unpaired parted = partedAsSrt(half);
    CHECK(textsOf(parted.bytes[0]) == Texts{"Hello", "Where to?", "Bye"});
    CHECK(textsOf(parted.bytes[1]) == Texts{"Salut"});
    CHECK(parted.missing == std::array<Places, 2>{Places{}, Places{1, 2}});
    REQUIRE(parted.diagnostics.size() == 1);
    CHECK(parted.diagnostics[0].severity == Severity::Warning);
    CHECK(parted.diagnostics[0].code == "unpair.missing");
    CHECK(parted.diagnostics[0].line == 4);  // of the second unit
    CHECK(parted.diagnostics[0].message ==
          "2 cues had no text in fr and went to the other output alone; the first is cue 2 at "
          "00:00:03.000");
    CHECK(parted.inBoth.empty());
    const UnpairOutcome none = outcomeOf(xliff(unit(1, "<source>Hello</source>")));
    REQUIRE(none.error);
    CHECK(none.error->code == "unpair.no-cues");
    CHECK(none.error->message ==
          "parted by field, no cue is in the second language (fr); nothing was written");
}

TEST_CASE("a text that is translated in part comes out, with the source's words, and that is told",
          "[job][pair]") {
    const Unpaired parted = partedAsSrt(
        xliff(unit(1,
                   "<source>One.</source><target>Un.</target></segment><ignorable><source> "
                   "</source></ignorable><segment><source>Two.</source>")));
    CHECK(textsOf(parted.bytes[0]) == Texts{"One. Two."});
    CHECK(textsOf(parted.bytes[1]) == Texts{"Un. Two."});
    CHECK(parted.missing == std::array<Places, 2>{});
    REQUIRE(parted.unread.items.size() == 1);
    CHECK(parted.unread.items[0].feature == "partial-translation");
    CHECK(parted.unread.items[0].before == "no text in fr");
    CHECK(parted.unread.items[0].after == "Two.");
}

TEST_CASE("languages that a file has no fields for are not guessed", "[job][pair]") {
    UnpairOptions options;
    options.languages = {"km", "de"};
    const UnpairOutcome outcome =
        outcomeOf(xliff(unit(1, "<source>Hello</source><target>Salut</target>")), options);
    REQUIRE(outcome.error);
    CHECK(outcome.error->code == "unpair.languages");
    CHECK(outcome.error->message ==
          "the file says that its texts are in en and fr, and km and de are asked for; nothing was "
          "written");
    options = {};
    options.by = UnpairBy::Field;
    const UnpairOutcome srt = outcomeOf(kEnglish, options);
    REQUIRE(srt.error);
    CHECK(srt.error->code == "unpair.one-language");
}

TEST_CASE("unpairing a table gives its columns, and tells of a third", "[job][pair]") {
    const std::string table =
        "start,end,text fr,text en\n1,2,Bonjour,Hello\n3,4,Non,No\n5,6,,\"Bye,\nthen\"\n";
    const Unpaired parted = partedAsSrt(table);
    CHECK(parted.by == UnpairBy::Field);
    CHECK(textsOf(parted.bytes[0]) == Texts{"Bonjour", "Non"});
    CHECK(textsOf(parted.bytes[1]) == Texts{"Hello", "No", "Bye,\nthen"});
    CHECK(parted.missing[0] == Places{2});
    // In its own format a table of one language each.
    const Unpaired tables = partedOf(table);
    CHECK(tables.bytes[0] ==
          "start,end,text\n00:00:01.000,00:00:02.000,Bonjour\n00:00:03.000,00:00:04.000,Non\n");
    const Unpaired noted = partedOf("start,end,text fr,text en,mood\n1,2,Bonjour,Hello,glad\n");
    REQUIRE(noted.unread.items.size() == 1);
    CHECK(noted.unread.items.front().before == "mood");
    const Unpaired three =
        partedAsSrt("start,end,text fr,text en,text de\n1,2,Bonjour,Hello,Hallo\n3,4,,,Nein\n");
    CHECK(textsOf(three.bytes[1]) == Texts{"Hello"});
    REQUIRE(three.unread.items.size() == 1);
    CHECK(three.unread.items[0].feature == "other-language");
    CHECK(three.unread.items[0].count == 2);
    CHECK(textsOf(partedAsSrt("start,end,text fr,text en,text de\n1,2,Bonjour,Hello,Hallo\n",
                              {"de", "fr"})
                      .bytes[0]) == Texts{"Hallo"});
}

TEST_CASE("what was paired into fields comes back of them", "[job][pair]") {
    for (const char* const id : {"xliff", "tmx", "csv", "tsv", "xlsx"}) {
        INFO(id);
        const Paired paired = pairedOf(kFrench, kEnglish, id, {"fr", "en"});
        const Unpaired parted = partedAsSrt(paired.bytes);
        CHECK(parted.by == UnpairBy::Field);
        CHECK(textsOf(parted.bytes[0]) == Texts{"Salut", "Tu vas ou?"});
        CHECK(textsOf(parted.bytes[1]) == Texts{"Hello", "Where to?", "Bye"});
        CHECK(parted.missing == std::array<Places, 2>{Places{2}, Places{}});
    }
}

TEST_CASE("of a TMX in three languages two are chosen", "[job][pair]") {
    const std::string tmx =
        "<tmx version=\"1.4\"><header srclang=\"en\"/><body><tu><tuv xml:lang=\"en\"><seg>One</seg>"
        "</tuv><tuv xml:lang=\"km\"><seg>មួយ</seg></tuv><tuv "
        "xml:lang=\"fr\"><seg>Un</seg></tuv></tu></body></tmx>";
    const Unpaired usual = partedAsSrt(tmx);
    CHECK(textsOf(usual.bytes[1]) == Texts{"មួយ"});
    REQUIRE(usual.unread.items.size() == 1);
    CHECK(usual.unread.items[0].feature == "other-language");
    CHECK(usual.unread.items[0].before == "Un");
    const Unpaired parted = partedAsSrt(tmx, {"fr", "km"});
    CHECK(textsOf(parted.bytes[0]) == Texts{"Un"});
    CHECK(textsOf(parted.bytes[1]) == Texts{"មួយ"});
    CHECK(parted.unread.items.at(0).before == "One");
}
