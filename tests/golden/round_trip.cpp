// SPDX-License-Identifier: MIT
#include "golden/round_trip.h"

#include <subs/job/convert.h>

#include "catch.h"

#include <utility>

using namespace subs;

namespace testing {
namespace {

const FrameTimeline& someFrames() {
    static const FrameTimeline kFrames = FrameTimeline::constant(*parseFrameRate("25"));
    return kFrames;
}

WriteOptions writing() {
    WriteOptions options;
    options.timeline = &someFrames();
    return options;
}

DocumentOptions withFrames(DocumentOptions options) {
    options.timeline = &someFrames();
    return options;
}

}  // namespace

std::optional<Trip> tripTo(const std::string& bytes,
                           const std::string& name,
                           const DocumentOptions& reading,
                           const Format& target) {
    auto original = readDocument(bytes, name, withFrames(reading));
    if (!original || original->document.cues.empty()) return std::nullopt;
    const auto out = writtenDocument(original->document, target, writing());
    if (!out) return std::nullopt;
    Sidecar sidecar;
    sidecar.original = {name,
                        std::string(original->format->info().id),
                        original->document.origin->encoding.name,
                        bytes,
                        reading.language};
    sidecar.written = {"out", std::string(target.info().id), "UTF-8", out->bytes};
    sidecar.frameRate = "25";
    DocumentOptions asWritten;
    asWritten.format = target.info().id;
    asWritten.encoding = "UTF-8";
    auto written = readDocument(out->bytes, "out", withFrames(asWritten));
    REQUIRE(written);
    const auto file = packed(sidecar);
    REQUIRE(file);
    const auto again = unpacked(*file);
    REQUIRE(again);
    CHECK(*again == sidecar);
    return Trip{*std::move(original), *std::move(written), *again};
}

std::optional<std::string> editedFile(const Trip& trip,
                                      const std::function<void(Document&)>& edit) {
    Document document = trip.written.document;
    edit(document);
    auto file = writtenDocument(document, *trip.written.format, writing());
    return file ? std::optional(file->bytes) : std::nullopt;
}

Restored home(const Trip& trip, const std::string& edited) {
    auto restored = restoredDocument(edited, "out", trip.sidecar, {});
    if (!restored) FAIL(restored.error().message);
    return *std::move(restored);
}

std::string fileOf(const Restored& restored) {
    const Format& home = *restored.read.format;
    // Frames that nobody asked for would move times that are on none.
    const bool countsFrames = home.info().timeBase == TimeBase::Frames;
    const auto file =
        writtenDocument(restored.read.document, home, countsFrames ? writing() : WriteOptions());
    if (!file) FAIL(file.error().message);
    return file->bytes;
}

}  // namespace testing
