// SPDX-License-Identifier: MIT
// Elements, their order and attributes come from XLIFF 2.1 (§4.2, §4.3, §4.7, metadata module) and
// TMX 1.4b.
#include <subs/format/features.h>

#include "catch.h"
#include "format/read.h"
#include "format/translation/fields.h"

#include <algorithm>
#include <string>
#include <vector>

using namespace subs;
using testing::documentOf;
using testing::has;
using testing::lossOf;
using testing::ms;
using testing::written;

namespace {

Document film() {
    Document document;
    document.format = "elsewhere";
    document.language = "en";
    document.title = "Harbour & sea";
    Cue& cue = document.cues.emplace_back();
    cue.id = document.newId();
    cue.start = ms(1000);
    cue.end = ms(2500);
    cue.label = "intro";
    cue.text.plain = "Where is\nthe <boat>?";
    cue.text.spans = {{SpanKind::Italic, 0, 5, ""}, {SpanKind::Color, 9, 20, "#FFCC00"}};
    return document;
}

/// A cue with all that a cue can have.
Document everything() {
    Document document = film();
    Cue& cue = document.cues[0];
    cue.kind = CueKind::Comment;
    cue.alignment = Alignment::TopLeft;
    cue.layer = -3;
    cue.margins = {1, -2, 3};
    cue.style = "Sign & song";
    cue.speaker = "Dara <1>";
    cue.effect = "Banner;5";
    cue.settings = "X1:1 X2:2";
    cue.text.plain = "one two three four";
    cue.text.spans = {{SpanKind::Bold, 0, 7, "700"},
                      {SpanKind::Voice, 0, 7, "Dara"},
                      {SpanKind::Karaoke, 0, 0, "\\k30"},
                      {SpanKind::Underline, 4, 13, "0"},
                      {SpanKind::Strike, 4, 13, ""},
                      {SpanKind::Font, 4, 18, "Noto \"Sans\""},
                      {SpanKind::Language, 8, 13, "km"},
                      {SpanKind::InnerTime, 8, 8, "00:00:01.500"},
                      {SpanKind::Ruby, 8, 18, ""},
                      {SpanKind::FontSize, 8, 18, "48.5"},
                      {SpanKind::RubyText, 13, 18, ""},
                      {SpanKind::Class, 14, 18, "loud.first"},
                      {SpanKind::Opaque, 14, 14, "\\blur2"},
                      {SpanKind::Comment, 18, 18, "{note}"},
                      {SpanKind::Drawing, 18, 18, "m 0 0 l 9 9"}};
    return document;
}

}  // namespace

TEST_CASE("times of translation files are exact", "[translation]") {
    using translation::timeIn;
    using translation::timeText;
    CHECK(timeText(ms(1500)) == "00:00:01.500");
    CHECK(timeText(ms(-1500)) == "-00:00:01.500");
    CHECK(timeText(ms(360'000'000)) == "100:00:00.000");
    for (const std::int64_t flicks : {0, 1, 7, 29'400'000, -29'400'001, 705'599'999})
        CHECK(timeIn(timeText(Time::fromFlicks(flicks))) == Time::fromFlicks(flicks));
    CHECK(timeIn(" 00:00:01.5 ") == ms(1500));
    for (const char* const text :
         {"", "1", "00:01", "soon", "0:0:1/2", "00:00:", "00:00:-1", "a:00:01.000"})
        CHECK_FALSE(timeIn(text));
    CHECK(timeIn("99999999999999999:00:00.000"));
}

TEST_CASE("a new XLIFF file has a unit a cue, with its codes and their data", "[translation]") {
    const std::string text = written(film(), "xliff");
    std::size_t at = 0;
    for (const char* const part :
         {"<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" "
          "xmlns:mda=\"urn:oasis:names:tc:xliff:metadata:2.0\" version=\"2.1\" srcLang=\"en\">",
          "<file id=\"f1\" original=\"Harbour &amp; sea\">",
          "<unit id=\"u1\" name=\"intro\">",
          "<mda:metadata>",
          "<mda:metaGroup category=\"subs\">",
          "<mda:meta type=\"start\">00:00:01.000</mda:meta>",
          "<mda:meta type=\"end\">00:00:02.500</mda:meta>",
          "<originalData>",
          "<data id=\"d1\">#FFCC00</data>",
          "<segment state=\"initial\">",
          "<source xml:space=\"preserve\"><pc id=\"1\" type=\"fmt\" subType=\"xlf:i\">Where</pc> "
          "is<ph id=\"2\" type=\"fmt\" subType=\"xlf:lb\" equiv=\" \"/><pc id=\"3\" "
          "dataRefStart=\"d1\" type=\"fmt\" subType=\"subs:color\">the &lt;boat&gt;?</pc></source>",
          "</segment>",
          "</unit>",
          "</file>",
          "</xliff>"}) {
        INFO(part);
        const std::size_t found = text.find(part, at);
        REQUIRE(found != std::string::npos);
        at = found;
    }
}

TEST_CASE("a new TMX file has the header that is asked for, and a unit a cue", "[translation]") {
    const std::string text = written(film(), "tmx");
    CHECK(has(text, "<tmx version=\"1.4\">"));
    for (const char* const name : {"creationtool=",
                                   "creationtoolversion=",
                                   "segtype=\"block\"",
                                   "o-tmf=",
                                   "adminlang=\"en\"",
                                   "srclang=\"en\"",
                                   "datatype="})
        CHECK(has(text, name));
    CHECK(has(text, "<tu tuid=\"intro\">"));
    CHECK(has(text, "<prop type=\"x-subs-start\">00:00:01.000</prop>"));
    CHECK(has(text,
              "<tuv xml:lang=\"en\"><seg><bpt i=\"1\" type=\"italic\"></bpt>Where<ept i=\"1\"/> "
              "is<ph x=\"2\" type=\"lb\"/><bpt i=\"3\" type=\"color\">#FFCC00</bpt>the "
              "&lt;boat&gt;?<ept i=\"3\"/></seg></tuv>"));
}

TEST_CASE("all that a cue has comes back from a translation file", "[translation]") {
    for (const char* const id : {"xliff", "tmx"}) {
        INFO(id);
        for (const Document& document : {film(), everything()}) {
            CHECK(formatNamed(id)->plan(document, {}).empty());
            const std::string text = written(document, id);
            const auto found = recognised(text, "x");
            REQUIRE(found);
            CHECK(found->format->info().id == id);
            const Parsed again = testing::parsed(id, text);
            CHECK(again.diagnostics.empty());
            CHECK(again.document.language == "en");
            CHECK(again.document.title == document.title);
            REQUIRE(again.document.cues.size() == 1);
            Cue cue = again.document.cues[0];
            cue.piece = {};
            cue.id = document.cues[0].id;
            CHECK(cue.text.plain == document.cues[0].text.plain);
            CHECK(cue.text.spans == document.cues[0].text.spans);
            CHECK(cue == document.cues[0]);
        }
    }
}

TEST_CASE("lines in a second language are the target", "[translation]") {
    Document document = film();
    document.language = "km";
    document.cues[0].text = {"ទូក​នៅ​ឯណា?\nWhere is the boat?", {}};
    document.cues.push_back(document.cues[0]);
    document.cues[1].id = document.newId();
    document.cues[1].text = {"ទេ", {}};
    document.cues[1].label = "2";
    WriteOptions options;
    options.targetLanguage = "en";
    for (const char* const id : {"xliff", "tmx"}) {
        INFO(id);
        const std::string text = written(document, id, options);
        const Format& format = *formatNamed(id);
        const auto read = [&](const char* language) {
            Origin origin;
            origin.text = text;
            return format.read(std::move(origin), {language, nullptr}).document;
        };
        CHECK(read("km").cues[0].text.plain == "ទូក​នៅ​ឯណា?");
        CHECK(read("en").cues[0].text.plain == "Where is the boat?");
        CHECK(read("").cues[0].text.plain == "Where is the boat?");
        CHECK(read("").language == "en");
        CHECK(read("en").cues[1].text.plain == "ទេ");
        // What stays behind in the other language is said.
        const auto unread = [&](const char* language) {
            Origin origin;
            origin.text = text;
            return format.read(std::move(origin), {language, nullptr}).unread;
        };
        REQUIRE(unread("en").items.size() == 2);
        CHECK(unread("en").items[1].feature == "translation");
        const LossItem loss = unread("en").items[0];
        CHECK(loss.feature == "other-language");
        CHECK(loss.severity == LossSeverity::Dropped);
        CHECK(loss.count == 1);
        CHECK(loss.before == "ទូក​នៅ​ឯណា?");
        CHECK(loss.remedy == "--language km reads that one");
        CHECK(unread("km").items.at(0).before == "Where is the boat?");
        // Each comes back byte for byte.
        for (const char* const language : {"", "km", "en"})
            CHECK(written(read(language), id) == text);
    }
    CHECK(has(written(document, "xliff", options), "srcLang=\"km\" trgLang=\"en\""));
    // By the sources themselves where the document is said to be in the language of the targets.
    for (const char* const language : {"en", "en-GB", ""}) {
        Document guessed = document;
        guessed.language = language;
        CHECK(has(written(guessed, "xliff", options), "srcLang=\"km\" trgLang=\"en\""));
    }
    CHECK(has(written(document, "xliff", options), "<segment state=\"translated\">"));
    CHECK(has(written(document, "xliff", options), "<segment state=\"initial\">"));
}

TEST_CASE("lines are told apart by what is marked as another language", "[translation]") {
    Document document = film();
    document.cues[0].text = {"Where?\nOù?", {{SpanKind::Language, 7, 11, "fr"}}};
    WriteOptions options;
    options.targetLanguage = "fr";
    const std::string text = written(document, "xliff", options);
    CHECK(has(text, "<source xml:space=\"preserve\">Where?</source>"));
    CHECK(documentOf("xliff", text).cues[0].text.plain == "Où?");
}

TEST_CASE("labels that occur twice are told where TMX changes them", "[translation]") {
    Document document = film();
    document.cues.push_back(document.cues[0]);
    document.cues[1].id = document.newId();
    document.cues.push_back(document.cues[0]);
    document.cues[2].id = document.newId();
    document.cues[2].label.clear();
    CHECK(has(written(document, "tmx"), "<tu tuid=\"intro-2\">"));
    const LossReport losses = formatNamed("tmx")->plan(document, {});
    const LossItem* const loss = lossOf(losses, feature::kLabel);
    REQUIRE(loss);
    CHECK(loss->severity == LossSeverity::Approximated);
    CHECK(loss->cues == std::vector<CueId>{document.cues[1].id});
    CHECK(loss->before == "intro");
    CHECK(loss->after == "intro-2");
    CHECK(lossOf(formatNamed("xliff")->plan(document, {}), feature::kLabel) == nullptr);
    document.cues[1].label = "outro";
    CHECK(lossOf(formatNamed("tmx")->plan(document, {}), feature::kLabel) == nullptr);
}

TEST_CASE("marks of two languages say which text is the source, by the whole tag",
          "[translation]") {
    Document document = film();
    document.language = "pt-BR";
    document.cues[0].text = {
        "O trem\nO comboio",
        {{SpanKind::Language, 0, 6, "pt-BR"}, {SpanKind::Language, 7, 16, "pt-PT"}}};
    document.cues.push_back(document.cues[0]);
    document.cues[1].id = document.newId();
    document.cues[1].label = "2";
    document.cues[1].text = {"Adeus", {{SpanKind::Language, 0, 5, "pt-PT"}}};
    WriteOptions options;
    options.targetLanguage = "pt-PT";
    const std::string xliff = written(document, "xliff", options);
    CHECK(has(xliff, "srcLang=\"pt-BR\" trgLang=\"pt-PT\""));
    // What the place in the unit says is not said by a code as well.
    CHECK(has(xliff, "<source xml:space=\"preserve\">O trem</source>"));
    CHECK(has(xliff, "<target xml:space=\"preserve\">O comboio</target>"));
    // XLIFF 2.1 §4.2.2.6: a segment has one source, which may be empty.
    CHECK(has(xliff, "<source xml:space=\"preserve\"></source>"));
    CHECK(has(xliff, "<target xml:space=\"preserve\">Adeus</target>"));
    const std::string tmx = written(document, "tmx", options);
    CHECK(has(tmx, "<tuv xml:lang=\"pt-PT\"><seg>Adeus</seg></tuv>"));
    // TMX 1.4b: a tu has one tuv or more.
    CHECK_FALSE(has(tmx, "<seg></seg>"));
}

TEST_CASE("what is not translated is told with the cues that have the source's text",
          "[translation]") {
    const auto unit = [](const std::string& id, const std::string& texts) {
        return "<unit id=\"" + id + "\"><segment>" + texts + "</segment></unit>";
    };
    const std::string xliff =
        "<xliff version=\"2.1\" srcLang=\"en\" trgLang=\"km\" "
        "xmlns=\"urn:oasis:names:tc:xliff:document:2.0\"><file id=\"f\">" +
        unit("1", "<source>One</source>") + unit("2", "<source>Two</source><target>ពីរ</target>") +
        unit("3", "<source>Three</source>") + unit("4", "<source>Four</source><target></target>") +
        unit("5", "<source></source>") + "</file></xliff>";
    const Parsed read = testing::parsed("xliff", xliff);
    CHECK(read.document.cues[0].text.plain == "One");
    CHECK(read.document.cues[3].text.plain.empty());
    const auto itemOf = [](const Parsed& parsed, LossSeverity severity) {
        for (const LossItem& item : parsed.unread.items)
            if (item.feature == feature::kTranslation && item.severity == severity) return item;
        return LossItem();
    };
    const LossItem stand = itemOf(read, LossSeverity::Approximated);
    CHECK(stand.count == 2);
    CHECK(stand.cues == std::vector<CueId>{{1}, {3}});
    CHECK(stand.before == "no text in km");
    CHECK(stand.after == "One");
    const LossItem missing = itemOf(read, LossSeverity::Dropped);
    CHECK(missing.cues == std::vector<CueId>{{4}});
    CHECK(missing.before == "Four");
    const auto told = std::ranges::find(read.diagnostics, "xliff.untranslated", &Diagnostic::code);
    REQUIRE(told != read.diagnostics.end());
    CHECK(told->severity == Severity::Warning);
    // Of a file with one text, and of the source, nothing is missing.
    CHECK(testing::parsed("xliff", written(film(), "xliff")).unread.empty());
}

TEST_CASE("units of TMX before the first translated one are told too", "[translation]") {
    const std::string tmx =
        "<tmx version=\"1.4\"><header srclang=\"en\"/><body>"
        "<tu><tuv xml:lang=\"en\"><seg>One</seg></tuv></tu>"
        "<tu><tuv xml:lang=\"en\"><seg>Two</seg></tuv><tuv xml:lang=\"km\"><seg>ពីរ</seg></tuv></tu>"
        "<tu><tuv xml:lang=\"en\"><seg>Three</seg></tuv></tu></body></tmx>";
    const Parsed read = testing::parsed("tmx", tmx);
    const auto item = std::ranges::find(
        read.unread.items, std::string(feature::kTranslation), &LossItem::feature);
    REQUIRE(item != read.unread.items.end());
    CHECK(item->cues == std::vector<CueId>{{1}, {3}});
    CHECK(std::ranges::count(read.diagnostics, "tmx.untranslated", &Diagnostic::code) == 1);
}

TEST_CASE("characters that XML forbids have an element in XLIFF", "[translation]") {
    Document document = film();
    document.cues[0].text = {"a\x07z", {}};
    CHECK(formatNamed("xliff")->plan(document, {}).empty());
    CHECK(documentOf("xliff", written(document, "xliff")).cues[0].text.plain == "a\x07z");
    CHECK(formatNamed("tmx")->plan(document, {}).items.size() == 1);
    CHECK(documentOf("tmx", written(document, "tmx")).cues[0].text.plain ==
          "a\xEF\xBF\xBD"
          "z");
}

TEST_CASE("translation files with a hundred thousand of anything are read", "[translation]") {
    const auto many = [](std::string_view part) {
        std::string text;
        for (int i = 0; i < 100'000; ++i)
            text += part;
        return text;
    };
    const std::string open = "<xliff version=\"2.0\" srcLang=\"en\"><file><unit id=\"1\">";
    const std::string end = "</unit></file></xliff>";
    for (const std::string& inside :
         {many("<segment><source>a</source></segment>"),
          "<segment><source>" + many("<pc id=\"1\" subType=\"xlf:b\">a</pc>") +
              "</source></segment>",
          "<segment><source>" + many("<sc id=\"1\" subType=\"xlf:b\"/>a") + "</source></segment>",
          "<segment><source>" + many("<ph id=\"1\" subType=\"xlf:lb\"/>") + "</source></segment>",
          "<originalData>" + many("<data id=\"1\">a</data>") + "</originalData>",
          many("<pc>")}) {
        const std::string text = open + inside + end;
        const Document document = documentOf("xliff", text);
        CHECK(written(document, "xliff") == text);
        if (!document.cues.empty()) written(detached(document), "xliff");
    }
    const std::string tmx = "<tmx><header srclang=\"en\"/><body>" +
                            many("<tu><tuv xml:lang=\"en\"><seg>a</seg></tuv></tu>") +
                            "</body></tmx>";
    CHECK(documentOf("tmx", tmx).cues.size() == 100'000);
    CHECK(written(documentOf("tmx", tmx), "tmx") == tmx);
    for (const char* const text :
         {"<xliff", "<tmx/>", "<xliff version=\"2.0\"><file><unit>", "<xliff version=\"1.1\"/>"})
        CHECK(written(documentOf("xliff", text), "xliff") == text);
}

namespace {

/// "feature count first" of each that is not read of a file.
std::vector<std::string> unreadOf(const std::string& text) {
    std::vector<std::string> told;
    const auto read = readDocument(text, "a.xlf");
    REQUIRE(read);
    for (const LossItem& loss : read->unread.items) {
        CHECK(loss.severity == LossSeverity::Dropped);
        told.push_back(loss.feature + " " + std::to_string(loss.count) + " " + loss.before);
    }
    return told;
}

}  // namespace

TEST_CASE("codes, notes and states of translation tools are told to other formats",
          "[translation]") {
    using Told = std::vector<std::string>;
    const auto xliff = [](const std::string& unit) {
        return "<xliff version=\"2.1\" srcLang=\"en\" "
               "xmlns=\"urn:oasis:names:tc:xliff:document:2.0\"><file id=\"f\"><unit id=\"1\">" +
               unit + "</unit></file></xliff>";
    };
    CHECK(unreadOf(xliff("<segment><source>a</source></segment>")).empty());
    CHECK(unreadOf(xliff("<segment state=\"initial\"><source>a</source></segment>")).empty());
    CHECK(unreadOf(xliff("<segment state=\"translated\"><source>a</source></segment>")).empty());
    CHECK(unreadOf(xliff("<segment state=\"reviewed\"><source>a</source></segment>")) ==
          Told{"state 1 reviewed"});
    CHECK(unreadOf(xliff("<notes><note id=\"1\">of the crew</note><note>loud</note></notes>"
                         "<segment><source>a</source></segment>")) == Told{"note 2 of the crew"});
    CHECK(unreadOf(xliff("<g:glossary xmlns:g=\"urn:oasis:names:tc:xliff:glossary:2.0\"/>"
                         "<segment><source>a</source></segment>"))
              .at(0)
              .starts_with("note 1 <g:glossary"));
    CHECK(unreadOf(xliff("<segment><source>a <pc id=\"1\">b</pc> <mrk id=\"2\">c</mrk>"
                         "<sm id=\"3\"/>d<em startRef=\"3\"/><sc id=\"4\"/>e<ec startRef=\"4\"/>"
                         "</source></segment>")) == Told{"inline-code 4 <pc id=\"1\">"});
    // Those of this program are read.
    CHECK(unreadOf(xliff("<segment><source><pc id=\"1\" type=\"fmt\" subType=\"xlf:i\">b</pc>"
                         "</source></segment>"))
              .empty());
    const std::string tmx =
        "<tmx version=\"1.4\"><header srclang=\"en\"/><body><tu><note>loud</note>"
        "<prop type=\"x-film\">Harbour</prop><tuv xml:lang=\"en\"><seg><hi>a</hi>"
        "<bpt i=\"1\">&lt;x></bpt>b<ept i=\"1\"/></seg></tuv></tu></body></tmx>";
    CHECK(unreadOf(tmx) == Told{"inline-code 2 <hi>", "note 2 loud"});
    // A code at a point is a mark of its own, which the writers of other formats tell of.
    const auto read =
        readDocument(xliff("<segment><source>a<ph id=\"1\"/>b</source></segment>"), "a.xlf");
    REQUIRE(read);
    CHECK(read->unread.empty());
    CHECK_FALSE(formatNamed("srt")->plan(read->document, {}).empty());
}

TEST_CASE("all languages of a TMX that are not read are told", "[translation]") {
    const std::string tmx =
        "<tmx version=\"1.4\"><header srclang=\"en\"/><body><tu><tuv xml:lang=\"en\"><seg>One</seg>"
        "</tuv><tuv xml:lang=\"km\"><seg>មួយ</seg></tuv><tuv xml:lang=\"fr\"><seg>Un</seg></tuv>"
        "<tuv xml:lang=\"de\"><seg>Eins</seg></tuv></tu></body></tmx>";
    CHECK(unreadOf(tmx) == std::vector<std::string>{"other-language 3 One"});
}

TEST_CASE("languages of translation files are tags of BCP 47", "[translation]") {
    // XLIFF 2.1 §4.3.1.33 and §4.3.1.41 (srcLang, trgLang), TMX 1.4b on srclang and xml:lang.
    Document document = film();
    document.language = "Khmer";
    WriteOptions options;
    options.targetLanguage = "pt_BR";
    CHECK(has(written(document, "xliff", options), "srcLang=\"km\" trgLang=\"pt-BR\""));
    CHECK(has(written(document, "tmx", options), "srclang=\"km\""));
    document.language = "no language";
    CHECK(has(written(document, "xliff"), "srcLang=\"und\""));
    CHECK(has(written(document, "tmx"), "<tuv xml:lang=\"und\">"));
    const LossReport losses = formatNamed("xliff")->plan(document, {});
    CHECK(std::ranges::any_of(losses.items, [](const LossItem& item) {
        return item.feature == feature::kLanguage && item.before == "no language";
    }));
}

TEST_CASE("labels that all cues have make a TMX file that grows with the cues alone",
          "[translation][growth]") {
    const auto sizeOf = [](std::size_t cues) {
        Document document;
        document.format = "elsewhere";
        document.cues.resize(cues);
        for (Cue& cue : document.cues) {
            cue.id = document.newId();
            cue.label = "1";
            cue.end = Time::fromSeconds(1);
            cue.text.plain = "boat";
        }
        return written(document, "tmx").size();
    };
    CHECK(sizeOf(4000) < 5 * sizeOf(1000));
}
