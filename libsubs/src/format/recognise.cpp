// SPDX-License-Identifier: MIT
#include <subs/format/registry.h>
#include <subs/text/newline.h>

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

namespace subs {
namespace {

/// A content that speaks for itself, whatever the name says.
constexpr int kCertain = 50;
/// One that no more of it could make another.
constexpr int kBeyondDoubt = 90;
constexpr std::size_t kLookedAt = 1 << 16;
/// Of a hundred bytes of text hardly one is a control character; of a film or picture more than ten
/// are.
constexpr std::size_t kControlShare = 30;

bool isControl(char byte) {
    return (byte >= 0 && byte < ' ' && byte != '\t' && byte != '\n' && byte != '\r' &&
            byte != '\f') ||
           byte == 0x7F;
}

bool looksBinary(std::string_view text) {
    const std::string_view head = text.substr(0, kLookedAt);
    const auto controls =
        static_cast<std::size_t>(std::count_if(head.begin(), head.end(), isControl));
    return controls * kControlShare > head.size();
}

Recognised bestByContent(std::string_view text) {
    Recognised best;
    for (const Format* format : formats()) {
        Probe probe = format->probe(text);
        if (probe.score > best.probe.score) best = {format, std::move(probe)};
    }
    return best;
}

std::string namesOfFormats() {
    std::string names;
    for (const Format* format : formats()) {
        if (!names.empty()) names += ", ";
        names += format->info().name;
    }
    return names;
}

/// A file without cues is a file too: there only the name can tell.
Result<Recognised> recognisedWithoutText(const std::filesystem::path& name) {
    const std::string ending = name.extension().string();
    if (const Format* byName = formatNamed(ending))
        return Recognised{byName, {0, "by its name's ending; there is no content"}};
    return failure(
        "format.empty",
        fmt::format(
            "the file is empty, and its ending \"{}\" is not that of a known subtitle format ({})",
            ending,
            namesOfFormats()));
}

}  // namespace

std::optional<Recognised> recognisedByBeginning(std::string_view head) {
    Recognised best = bestByContent(head);
    if (best.probe.score < kBeyondDoubt) return std::nullopt;
    return best;
}

Result<Recognised> recognised(std::string_view text, const std::filesystem::path& name) {
    if (isBlank(text)) return recognisedWithoutText(name);
    Recognised best = bestByContent(text);
    if (best.probe.score >= kCertain) return best;
    if (looksBinary(text)) return failure("format.binary", "the file is binary, not a text");
    if (const Format* byName = formatNamed(name.extension().string())) {
        if (byName == best.format) return best;
        return Recognised{byName,
                          {best.probe.score, "by its name's ending; its content does not tell"}};
    }
    if (best.format != nullptr) return best;
    return failure(
        "format.unknown",
        fmt::format(
            "neither the content nor the ending \"{}\" is that of a known subtitle format ({})",
            name.extension().string(),
            namesOfFormats()));
}

}  // namespace subs
