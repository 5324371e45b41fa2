// SPDX-License-Identifier: MIT
#include <subs/job/sidecar.h>

#include "fuzz/text_format.h"
#include "job/sidecar/restore.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace {

using subs::Sidecar;

constexpr std::array<std::string_view, 6> kTargets = {"srt", "ass", "vtt", "sbv", "lrc", "ttml"};

/// What is taken for a sidecar packs to the same again.
void checkSidecar(const std::string& bytes) {
    const auto sidecar = subs::unpacked(bytes);
    if (!sidecar) return;
    const auto again = subs::packed(*sidecar);
    FUZZ_REQUIRE(again && subs::unpacked(*again) == *sidecar);
}

/// `bytes` in another format; nothing where it is in none, or goes to none.
std::optional<Sidecar> converted(const std::string& bytes, const subs::Format& target) {
    const auto read = subs::readDocument(bytes, "film");
    if (!read || read->document.cues.empty()) return std::nullopt;
    const auto out = subs::writtenDocument(read->document, target);
    if (!out) return std::nullopt;
    Sidecar sidecar;
    sidecar.original = {
        "film", std::string(read->format->info().id), read->document.origin->encoding.name, bytes};
    sidecar.written = {"out", std::string(target.info().id), "UTF-8", out->bytes};
    return sidecar;
}

/// Comes home with `edited`, and can be saved there.
void goHome(const Sidecar& sidecar, const std::string& edited) {
    const auto restored = subs::restoredDocument(edited, "out", sidecar, {});
    if (!restored || restored->read.document.cues.empty()) return;
    for (const subs::Cue& cue : restored->read.document.cues)
        for (const subs::Span& span : cue.text.spans)
            FUZZ_REQUIRE(span.begin <= span.end && span.end <= cue.text.plain.size());
    const auto file = subs::writtenDocument(restored->read.document, *restored->read.format);
    if (edited == sidecar.written.bytes)
        FUZZ_REQUIRE(file && file->bytes == sidecar.original.bytes);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

/// A byte chooses the format and where it is edited, the rest is the file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string bytes(data + 1, data + size);
    checkSidecar(bytes);
    const auto sidecar =
        converted(bytes, *subs::formatNamed(kTargets.at(data[0] % kTargets.size())));
    if (!sidecar) return 0;
    const std::string& written = sidecar->written.bytes;
    goHome(*sidecar, written);
    const std::size_t at = written.size() * (data[0] % 37U) / 37;
    const std::size_t length = std::min<std::size_t>(1 + data[0] * 5U % 60, written.size() - at);
    goHome(*sidecar, std::string(written).erase(at, length));
    goHome(*sidecar, std::string(written).insert(at, written, 0, length));
    return 0;
}
