// SPDX-License-Identifier: MIT
#include <subs/base/file.h>
#include <subs/format/registry.h>

#include "catch.h"

#include <ass/ass.h>

#include <algorithm>
#include <cstdarg>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

// The golden files of ASS and SSA, read by libass and by us: events, times, texts and styles must
// be the same.
namespace {

namespace fs = std::filesystem;

using Library = std::unique_ptr<ASS_Library, decltype(&ass_library_done)>;
using Track = std::unique_ptr<ASS_Track, decltype(&ass_free_track)>;

/// Where we read more than libass does: times and lines that it takes for nothing, and other
/// encodings than UTF-8.
bool readsMore(const std::string& name) {
    const std::vector<std::string> names = {"bad-format-line",
                                            "bad-bytes",
                                            "latin-1",
                                            "missing-fields",
                                            "nul-bytes",
                                            "odd-times",
                                            "only-events",
                                            "utf-16be",
                                            "utf-16le"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::vector<fs::path> goldenFiles() {
    std::vector<fs::path> files;
    for (const char* format : {"ass", "ssa"}) {
        const fs::path folder = fs::path(SUBS_SOURCE_DIR) / "tests/golden" / format;
        for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
            if (!readsMore(entry.path().filename().string()))
                files.push_back(entry.path() / (std::string("in.") + format));
        }
    }
    return files;
}

Library library() {
    Library result(ass_library_init(), ass_library_done);
    ass_set_message_cb(
        result.get(), [](int, const char*, va_list, void*) {}, nullptr);
    return result;
}

/// Behind the last letter libass drops what we keep.
std::string withoutTail(std::string text) {
    while (!text.empty() && text.back() == ' ')
        text.pop_back();
    return text;
}

void checkEvents(const subs::ReadDocument& ours, const ASS_Track& track) {
    std::vector<const subs::Cue*> cues;
    for (const subs::Cue& cue : ours.document.cues) {
        if (cue.kind == subs::CueKind::Dialogue) cues.push_back(&cue);
    }
    REQUIRE(cues.size() == static_cast<std::size_t>(track.n_events));
    for (std::size_t i = 0; i < cues.size(); ++i) {
        const subs::Cue& cue = *cues[i];
        const ASS_Event& event = track.events[i];
        INFO("event " << i + 1);
        CHECK(cue.start.nearestMilliseconds() == event.Start);
        CHECK(cue.end.value_or(cue.start).nearestMilliseconds() == event.Start + event.Duration);
        CHECK(cue.layer == event.Layer);
        CHECK(cue.margins == subs::Margins{event.MarginL, event.MarginR, event.MarginV});
        CHECK(withoutTail(ours.format->markupOf(ours.document, cue)) == withoutTail(event.Text));
        const subs::Style* style = styleOf(ours.document, cue);
        if (style) CHECK(style->name == track.styles[event.Style].Name);
    }
}

std::uint32_t rgba(subs::Color color) {
    const auto at = [](std::uint8_t byte, int shift) {
        return static_cast<std::uint32_t>(byte) << shift;
    };
    return at(color.red, 24) | at(color.green, 16) | at(color.blue, 8) | (255U - color.alpha);
}

/// libass has its own style before those of the file.
void checkStyles(const subs::Document& document, const ASS_Track& track) {
    const std::size_t own = static_cast<std::size_t>(track.n_styles) - document.styles.size();
    REQUIRE(own <= 1);
    for (std::size_t i = 0; i < document.styles.size(); ++i) {
        const subs::Style& ours = document.styles[i];
        const ASS_Style& theirs = track.styles[i + own];
        INFO("style " << ours.name);
        CHECK(ours.name == theirs.Name);
        // Where columns are missing, libass has nothing and we have usual values.
        if (theirs.Alignment == 0 || (theirs.PrimaryColour == 0 && theirs.SecondaryColour == 0))
            continue;
        CHECK(ours.fontName == theirs.FontName);
        CHECK(ours.fontSize == theirs.FontSize);
        CHECK(ours.outline == theirs.Outline);
        CHECK(ours.margins.vertical == theirs.MarginV);
        CHECK(ours.bold == (theirs.Bold != 0));
        CHECK(rgba(ours.primary) == theirs.PrimaryColour);
        CHECK(rgba(ours.secondary) == theirs.SecondaryColour);
        CHECK(rgba(ours.outlineColor) == theirs.OutlineColour);
        CHECK(rgba(ours.backColor) == theirs.BackColour);
    }
}

}  // namespace

TEST_CASE("golden ass and ssa files are read as libass reads them", "[media][ass]") {
    const Library lib = library();
    const std::vector<fs::path> files = goldenFiles();
    CHECK(files.size() >= 50);
    for (const fs::path& file : files) {
        INFO(file.string());
        const auto ours = subs::openDocument(file);
        REQUIRE(ours);
        std::string bytes = subs::readFile(file).value();
        if (bytes.empty()) continue;  // Of nothing libass makes no track.
        const Track track(ass_read_memory(lib.get(), bytes.data(), bytes.size(), nullptr),
                          ass_free_track);
        REQUIRE(track);
        checkEvents(*ours, *track);
        checkStyles(ours->document, *track);
    }
}

TEST_CASE("what we make of subrip is read by libass without a complaint", "[media][ass]") {
    const auto srt = subs::readDocument(
        "1\n00:00:01,000 --> 00:00:02,000\n<i>Hello</i> {x} D:\\Notes\n\n2\n00:00:03,000 --> 00:00:04,000\nសួស្តី\n",
        "a.srt");
    REQUIRE(srt);
    Library lib(ass_library_init(), ass_library_done);
    int complaints = 0;
    const auto count = [](int level, const char*, va_list, void* data) {
        *static_cast<int*>(data) += level < 4 ? 1 : 0;
    };
    ass_set_message_cb(lib.get(), count, &complaints);
    for (const char* format : {"ass", "ssa"}) {
        std::string text = subs::formatNamed(format)->write(srt->document, {}).value();
        const Track track(ass_read_memory(lib.get(), text.data(), text.size(), nullptr),
                          ass_free_track);
        REQUIRE(track);
        CHECK(track->n_events == 2);
        CHECK(track->PlayResX == 1920);
        CHECK(track->ScaledBorderAndShadow == 1);
        CHECK(std::string(track->events[0].Text) == "{\\i1}Hello{\\i0} \\{x} D:\\\u200BNotes");
    }
    CHECK(complaints == 0);
}
