// SPDX-License-Identifier: MIT
#include <subs/edit/moved_times.h>

#include "catch.h"
#include "round_trip.h"

#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <vector>

// Made-up films are edited at random while they are in another format, and come home.

using namespace subs;
using testing::Trip;

namespace {

using Random = std::minstd_rand;

int upTo(Random& random, int limit) {
    return static_cast<int>(random() % static_cast<unsigned>(limit));
}

std::string word(Random& random) {
    constexpr std::array<std::string_view, 8> kWords = {
        "river", "Yes.", "where", "the", "boat", "ទន្លេសាប", "ខ្មែរ", "goes"};
    return std::string(kWords.at(static_cast<std::size_t>(upTo(random, 8))));
}

std::string centiseconds(int value) {
    const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return "0:" + two(value / 6000) + ':' + two(value / 100 % 60) + '.' + two(value % 100);
}

/// Cues of a few words, many of which say the same, with tags, in two styles, comments between.
std::string someAss(Random& random, int cues) {
    std::string film =
        "[Script Info]\nScriptType: v4.00+\n\n[V4+ Styles]\nFormat: Name, Fontname, Fontsize\n"
        "Style: Default,Noto Sans,48\nStyle: Sign,Arial,30\n\n[Events]\n"
        "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n";
    for (int i = 0; i < cues; ++i) {
        std::string text = word(random);
        for (int more = upTo(random, 5); more > 0; --more)
            text += (upTo(random, 4) == 0 ? "\\N" : " ") + word(random);
        const int start = 100 + 200 * i;
        const std::string times = centiseconds(start) + ',' + centiseconds(start + 150);
        const std::string rest =
            std::string(upTo(random, 4) == 0 ? "Sign" : "Default") + ",,0,0,0,,";
        if (upTo(random, 5) == 0) film += "Comment: 0," + times + ',' + rest + text + '\n';
        const std::string tags = upTo(random, 3) == 0 ? "{\\blur2\\pos(9,9)}" : "";
        film += "Dialogue: " + std::to_string(upTo(random, 3)) + ',' + times + ',' + rest + tags +
                text + '\n';
    }
    return film;
}

/// What was done to a cue, and what must be true of it at home.
struct Expected {
    std::string text;
    Time shift;
};

struct Script {
    std::map<CueId, Expected> kept;  ///< By the original's cue.
    std::vector<std::string> added;
    std::size_t removed = 0;
    std::size_t changed = 0;
};

/// Edits `document`, whose cues were made of `originals`, one for one.
Script edit(Document& document, const std::vector<Cue>& originals, Random& random) {
    Script script;
    std::vector<Cue> cues;
    for (std::size_t i = 0; i < document.cues.size(); ++i) {
        Cue cue = document.cues[i];
        const Cue& original = originals[i];
        const int kind = upTo(random, 20);
        if (kind == 0) {
            ++script.removed;
            continue;
        }
        Expected expected{original.text.plain, Time()};
        if (kind == 1 || kind == 2) {
            const std::string mark = "zq" + std::to_string(i) + ' ';
            const std::size_t at = cue.text.plain.rfind(' ') + 1;  // or 0
            const std::size_t own = original.text.plain.rfind(' ') + 1;
            if ((at == 0) == (own == 0) &&
                cue.text.plain.substr(at) == original.text.plain.substr(own)) {
                cue.text = replaced(cue.text, at, at, mark);
                expected.text.insert(own, mark);
                ++script.changed;
            }
        } else if (kind == 3) {
            cue.start += Time::fromMilliseconds(200);
            expected.shift = Time::fromMilliseconds(200);
            ++script.changed;
        }
        script.kept[original.id] = expected;
        cues.push_back(cue);
        if (kind != 4) continue;
        Cue fresh = cue;
        fresh.id = document.newId();
        fresh.piece = {};
        fresh.label.clear();
        fresh.text = {"new" + std::to_string(i), {}};
        fresh.start += Time::fromMilliseconds(1600);
        fresh.end = fresh.start + Time::fromMilliseconds(300);
        script.added.push_back(fresh.text.plain);
        cues.push_back(std::move(fresh));
    }
    document.cues = std::move(cues);
    return script;
}

void check(const Restored& restored, const Script& script, const Document& original) {
    std::vector<std::string> added;
    for (const Cue& cue : restored.read.document.cues) {
        const auto was = std::ranges::find(original.cues, cue.id, &Cue::id);
        if (was == original.cues.end()) {
            added.push_back(cue.text.plain);
            continue;
        }
        if (was->kind == CueKind::Comment) {
            CHECK(cue == *was);
            continue;
        }
        const auto expected = script.kept.find(cue.id);
        REQUIRE(expected != script.kept.end());
        CHECK(cue.text.plain == expected->second.text);
        CHECK(cue.text.spans.size() == was->text.spans.size());
        CHECK(cue.end == was->end);
        const Time shift = cue.start - was->start;
        CHECK(std::abs((shift - expected->second.shift).flicks()) <=
              Time::fromMilliseconds(60).flicks());
        if (expected->second.shift == Time()) CHECK(cue.start == was->start);
    }
    CHECK(added == script.added);
    CHECK(restored.removed == script.removed);
    CHECK(restored.changed == script.changed);
    CHECK(restored.moved == 0);
}

}  // namespace

TEST_CASE("whatever is edited away comes home, and all else stays", "[golden][sidecar]") {
    for (const std::string_view target : {"srt", "vtt", "ttml", "sbv", "mpl2", "subviewer"}) {
        for (unsigned seed = 1; seed <= 12; ++seed) {
            CAPTURE(target, seed);
            Random random(seed);
            const auto trip =
                testing::tripTo(someAss(random, 60), "film.ass", {}, *formatNamed(target));
            REQUIRE(trip);
            std::vector<Cue> shown;
            std::ranges::copy_if(trip->original.document.cues,
                                 std::back_inserter(shown),
                                 [](const Cue& cue) { return cue.kind == CueKind::Dialogue; });
            REQUIRE(trip->written.document.cues.size() == shown.size());
            Script script;
            const auto file = testing::editedFile(
                *trip, [&](Document& document) { script = edit(document, shown, random); });
            REQUIRE(file);
            const Restored restored = testing::home(*trip, *file);
            check(restored, script, trip->original.document);
            const auto again = readDocument(testing::fileOf(restored), "film.ass");
            REQUIRE(again);
            CHECK(again->document.cues.size() == restored.read.document.cues.size());
        }
    }
}

TEST_CASE("times inside of a TTML text come home as they are with a cue that moved",
          "[golden][sidecar]") {
    const std::string film =
        "<tt xmlns=\"http://www.w3.org/ns/ttml\" xml:lang=\"en\" xmlns:x=\"urn:x\"><body><div>"
        "<p begin=\"1s\" end=\"5s\">a <span begin=\"1s\" end=\"2s\" x:who=\"D\">boat</span> c"
        "<x:mark/></p></div></body></tt>";
    const std::string times = "<p begin=\"1s\" end=\"5s\"";
    for (const char* const target : {"srt", "vtt"}) {
        INFO(target);
        const auto trip = testing::tripTo(film, "film.ttml", {}, *formatNamed(target));
        REQUIRE(trip);
        const auto file = testing::editedFile(*trip, [](Document& document) {
            for (Cue& cue : document.cues)
                moveTimes(cue, [](Time time) { return time + Time::fromMilliseconds(1000); });
        });
        REQUIRE(file);
        std::string expected = film;
        expected.replace(film.find(times), times.size(), "<p begin=\"2s\" end=\"6s\"");
        CHECK(testing::fileOf(testing::home(*trip, *file)) == expected);
    }
}

TEST_CASE("what animates a TTML cue at 0 stays where its end is edited away", "[golden][sidecar]") {
    const std::string film =
        "<tt xmlns=\"http://www.w3.org/ns/ttml\" "
        "xmlns:tts=\"http://www.w3.org/ns/ttml#styling\" xml:lang=\"en\"><body><div>"
        "<p begin=\"0s\" end=\"10s\"><set begin=\"3s\" end=\"6s\" tts:color=\"red\"/>the boat "
        "goes</p></div></body></tt>";
    const auto trip = testing::tripTo(film, "film.ttml", {}, *formatNamed("srt"));
    REQUIRE(trip);
    const auto file = testing::editedFile(
        *trip, [](Document& document) { document.cues.at(0).end = Time::fromSeconds(8); });
    REQUIRE(file);
    std::string expected = film;
    expected.replace(film.find("end=\"10s\""), 9, "end=\"8s\"");
    CHECK(testing::fileOf(testing::home(*trip, *file)) == expected);
}
