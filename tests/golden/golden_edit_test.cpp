// SPDX-License-Identifier: MIT
#include "catch.h"
#include "golden/golden_case.h"

#include <cstdlib>
#include <functional>

using subs::Cue;
using subs::Document;
using testing::GoldenCase;
using testing::goldenCases;

namespace {

using Edit = std::function<void(Cue&)>;

void appendMark(Cue& cue) {
    cue.text = subs::withPlain(cue.text, cue.text.plain + "!");
}
void moveStart(Cue& cue) {
    cue.start += subs::Time::fromMilliseconds(40);
}
void moveEnd(Cue& cue) {
    if (cue.end) *cue.end += subs::Time::fromMilliseconds(40);
}

std::string textOf(const subs::Format& format, const Document& document) {
    auto text = format.write(document, {});
    REQUIRE(text);
    return *std::move(text);
}

/// Everything outside of the stretch of cue `index` must be in `text` as it is in the file.
void checkOutside(const Document& document, std::size_t index, const std::string& text) {
    const subs::Origin& origin = *document.origin;
    const std::uint32_t piece = document.cues[index].piece.index;
    const std::size_t begin = origin.pieces[piece].begin;
    const std::size_t end = begin + origin.stretch(piece).size();
    const std::size_t tail = origin.text.size() - end;
    REQUIRE(text.size() >= begin + tail);
    CHECK(text.substr(0, begin) == origin.text.substr(0, begin));
    CHECK(text.substr(text.size() - tail) == origin.text.substr(end));
}

/// A time that was written anew is rounded to the format's unit.
bool isNear(subs::Time a, subs::Time b, subs::Time unit) {
    return std::abs((a - b).flicks()) * 2 <= unit.flicks();
}

/// Golden files that count frames have 23.976 a second or more.
subs::Time stepOf(const subs::Format& format) {
    const std::string_view id = format.info().id;
    const bool isFrames =
        format.info().timeBase == subs::TimeBase::Frames || id == "ebu-stl" || id == "scc";
    return isFrames ? subs::Time::fromMilliseconds(42) : format.info().unit;
}

/// What is written must be read as what was meant, cue for cue.
void checkRead(const subs::Format& format, const Document& document, const std::string& text) {
    subs::Origin origin;
    origin.text = text;
    origin.newline = document.origin->newline;
    const Document again = format.read(std::move(origin), {document.language, nullptr}).document;
    REQUIRE(again.cues.size() == document.cues.size());
    for (std::size_t i = 0; i < again.cues.size(); ++i) {
        INFO("cue " << i + 1);
        CHECK(isNear(again.cues[i].start, document.cues[i].start, stepOf(format)));
        const bool bothEnd = again.cues[i].end.has_value() == document.cues[i].end.has_value();
        REQUIRE(bothEnd);
        if (again.cues[i].end)
            CHECK(isNear(*again.cues[i].end, *document.cues[i].end, stepOf(format)));
        CHECK(again.cues[i].text.plain == document.cues[i].text.plain);
        CHECK(again.cues[i].label == document.cues[i].label);
    }
}

void checkEdit(const subs::ReadDocument& read, std::size_t index, const Edit& edit) {
    Document document = read.document;
    const Cue before = document.cues[index];
    edit(document.cues[index]);
    if (document.cues[index] == before) return;
    const std::string text = textOf(*read.format, document);
    checkOutside(document, index, text);
    checkRead(*read.format, document, text);
    document.cues[index] = before;
    CHECK(textOf(*read.format, document) == read.document.origin->text);
}

}  // namespace

TEST_CASE("editing a cue of a golden file changes its own lines only", "[golden][property]") {
    for (const GoldenCase& golden : goldenCases()) {
        if (golden.mustFail()) continue;
        INFO(golden.name);
        const auto read = subs::openDocument(golden.file, golden.options());
        REQUIRE(read);
        for (std::size_t i = 0; i < read->document.cues.size(); ++i) {
            INFO("edited cue " << i + 1);
            checkEdit(*read, i, appendMark);
            checkEdit(*read, i, moveStart);
            checkEdit(*read, i, moveEnd);
        }
    }
}

TEST_CASE("deleting and inserting a cue of a golden file leaves all others", "[golden][property]") {
    for (const GoldenCase& golden : goldenCases()) {
        if (golden.mustFail()) continue;
        INFO(golden.name);
        const auto read = subs::openDocument(golden.file, golden.options());
        REQUIRE(read);
        for (std::size_t i = 0; i < read->document.cues.size(); ++i) {
            INFO("cue " << i + 1);
            Document document = read->document;
            Cue copy = document.cues[i];
            copy.id = document.newId();
            copy.piece = {};
            document.cues.insert(document.cues.begin() + static_cast<std::ptrdiff_t>(i), copy);
            document.cues.erase(document.cues.begin() + static_cast<std::ptrdiff_t>(i) + 1);
            if (document.cues[i].label.empty() || !document.cues[i].end) continue;
            checkRead(*read->format, document, textOf(*read->format, document));
        }
    }
}
