// SPDX-License-Identifier: MIT
#include "catch.h"
#include "golden_case.h"
#include "round_trip.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

// Every golden file goes to every other format and comes home with its sidecar.

using namespace subs;
using testing::GoldenCase;
using testing::goldenCases;
using testing::Trip;

namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";

using Ends = std::vector<std::size_t>;

/// Goes with each golden file to `target`; how many could go.
template <class Visit>
int forEachTrip(const Format& target, const Visit& visit) {
    int count = 0;
    for (const GoldenCase& golden : goldenCases()) {
        if (golden.mustFail()) continue;
        CAPTURE(golden.name, target.info().id);
        const auto trip = testing::tripTo(testing::bytesOf(golden.file),
                                          golden.file.filename().string(),
                                          golden.options(),
                                          target);
        if (!trip || trip->original.format == &target) continue;
        visit(*trip);
        ++count;
    }
    return count;
}

Ends someCues(const Trip& trip) {
    const std::size_t count = trip.written.document.cues.size();
    return count == 1 ? Ends{0} : Ends{0, count - 1};
}

/// The cues of `restored` that are not as in the original; new ones included.
std::vector<Cue> changedCues(const Restored& restored, const Trip& trip) {
    std::vector<Cue> changed;
    for (const Cue& cue : restored.read.document.cues) {
        const std::vector<Cue>& all = trip.original.document.cues;
        const auto was = std::ranges::find(all, cue.id, &Cue::id);
        if (was == all.end() || *was != cue) changed.push_back(cue);
    }
    return changed;
}

/// All of the file outside of `cue` is as it was.
void checkOutside(const Cue& cue, const Restored& restored, const Trip& trip) {
    const Origin& origin = *trip.original.document.origin;
    if (!cue.piece.has() || !origin.bytes.empty()) return;
    WriteOptions writing;
    const auto text = trip.original.format->write(restored.read.document, writing);
    if (!text) return;  // told in place of being written
    const std::size_t begin = origin.pieces[cue.piece.index].begin;
    const std::size_t end = begin + origin.stretch(cue.piece.index).size();
    const std::size_t tail = origin.text.size() - end;
    REQUIRE(text->size() >= begin + tail);
    CHECK(text->substr(0, begin) == origin.text.substr(0, begin));
    CHECK(text->substr(text->size() - tail) == origin.text.substr(end));
}

constexpr std::array<std::string_view, 6> kTargets = {"srt", "ass", "vtt", "ttml", "mpl2", "sbv"};

bool hasWords(const Cue& cue) {
    return cue.kind == CueKind::Dialogue && cue.text.plain.size() > 1;
}

}  // namespace

TEST_CASE("golden files come home from every format byte for byte", "[golden][sidecar]") {
    for (const Format* target : formats()) {
        const int count = forEachTrip(*target, [](const Trip& trip) {
            const Restored restored = testing::home(trip, trip.sidecar.written.bytes);
            CHECK_FALSE(restored.isEdited());
            CHECK(testing::fileOf(restored) == trip.sidecar.original.bytes);
        });
        CAPTURE(target->info().id);
        CHECK(count > 100);
    }
}

TEST_CASE("a file that is saved as another but says the same comes home byte for byte",
          "[golden][sidecar]") {
    for (const Format* target : formats()) {
        if (target->info().bytes != FileBytes::Text) continue;
        forEachTrip(*target, [](const Trip& trip) {
            Sidecar sidecar = trip.sidecar;
            // As if an editor had taken away the byte order mark that it was written with, or put
            // one there.
            std::string& bytes = sidecar.written.bytes;
            if (bytes.starts_with(kBom))
                bytes.erase(0, kBom.size());
            else
                bytes.insert(0, kBom);
            const Trip other{trip.original, trip.written, sidecar};
            const Restored restored = testing::home(other, trip.sidecar.written.bytes);
            CHECK(changedCues(restored, trip).empty());
            CHECK(testing::fileOf(restored) == trip.sidecar.original.bytes);
        });
    }
}

TEST_CASE("words that are edited come home and change their cue alone", "[golden][sidecar]") {
    for (const std::string_view target : kTargets) {
        forEachTrip(*formatNamed(target), [](const Trip& trip) {
            for (const std::size_t index : someCues(trip)) {
                CAPTURE(index);
                if (!hasWords(trip.written.document.cues[index])) continue;
                const auto file = testing::editedFile(trip, [&](Document& document) {
                    Cue& cue = document.cues[index];
                    cue.text = withPlain(cue.text, cue.text.plain + " zq");
                });
                if (!file) continue;
                const Restored restored = testing::home(trip, *file);
                const std::vector<Cue> changed = changedCues(restored, trip);
                REQUIRE(changed.size() == 1);
                CHECK(changed[0].text.plain.find("zq") != std::string::npos);
                CHECK(restored.added + restored.removed + restored.moved == 0);
                checkOutside(changed[0], restored, trip);
            }
        });
    }
}

TEST_CASE("times that are edited come home, and edges that are not stay exact",
          "[golden][sidecar]") {
    for (const std::string_view target : kTargets) {
        forEachTrip(*formatNamed(target), [](const Trip& trip) {
            const std::size_t index = trip.written.document.cues.size() - 1;
            const auto file = testing::editedFile(trip, [&](Document& document) {
                document.cues[index].start += Time::fromSeconds(1);
            });
            if (!file) return;
            const Restored restored = testing::home(trip, *file);
            if (restored.read.document.cues.empty()) return;  // its end is before its start
            const std::vector<Cue> changed = changedCues(restored, trip);
            for (const Cue& cue : changed) {
                const auto was = std::ranges::find(trip.original.document.cues, cue.id, &Cue::id);
                REQUIRE(was != trip.original.document.cues.end());
                // One that lasted until the edited one is over when it was.
                if (!was->end && cue.end && cue.start == was->start) {
                    CHECK(changed.size() == 2);
                    return;
                }
                CHECK(cue.start - was->start > Time::fromMilliseconds(900));
                CHECK(cue.text.plain == was->text.plain);
                checkOutside(cue, restored, trip);
            }
        });
    }
}

TEST_CASE("a cue that is removed goes, and one that is added comes", "[golden][sidecar]") {
    for (const std::string_view target : kTargets) {
        forEachTrip(*formatNamed(target), [](const Trip& trip) {
            if (trip.written.document.cues.size() < 2) return;
            const auto without = testing::editedFile(
                trip, [](Document& document) { document.cues.erase(document.cues.begin()); });
            if (without) {
                const Restored restored = testing::home(trip, *without);
                CHECK(restored.removed <= 1);
                CHECK(changedCues(restored, trip).empty());
            }
            const auto with = testing::editedFile(trip, [](Document& document) {
                Cue cue = document.cues.front();
                cue.id = document.newId();
                cue.piece = {};
                cue.label.clear();
                cue.text = {"zq zq", {}};
                document.cues.insert(document.cues.begin() + 1, cue);
            });
            if (!with) return;
            const Restored restored = testing::home(trip, *with);
            const std::vector<Cue> changed = changedCues(restored, trip);
            const auto count = std::ranges::count_if(changed, [](const Cue& cue) {
                return cue.text.plain.find("zq zq") != std::string::npos;
            });
            CHECK(count == 1);
            CHECK(restored.removed == 0);
        });
    }
}
