// SPDX-License-Identifier: MIT
#include <subs/format/registry.h>
#include <subs/text/newline.h>

#include "format/text_signs.h"

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

/// What a content says: the likeliest format, and another that it has signs of too.
struct Contest {
    Recognised best;
    std::optional<Recognised> rival;
    bool wasClose = false;  ///< More than one seemed certain.
};

/// So many times as many lines with times leave no doubt, even beside one of the other's.
constexpr std::size_t kFarMore = 4;

bool hasFarMore(const Probe& a, const Probe& b) {
    return a.cues > 1 && a.cues >= b.cues * kFarMore;
}

/// Of two formats that both seem certain, the one whose lines are many; where neither's are, the
/// other stays a rival.
Contest contestOf(Recognised a, Recognised b) {
    const bool together = a.probe.begin < kProbedCues && b.probe.begin < kProbedCues;
    if (together && hasFarMore(a.probe, b.probe)) return {std::move(a), std::nullopt, true};
    if (together && hasFarMore(b.probe, a.probe)) return {std::move(b), std::nullopt, true};
    // A text quotes what stands behind its own beginning.
    if (b.probe.begin < a.probe.begin) std::swap(a, b);
    if (!together) return {std::move(a), std::nullopt, true};
    return {std::move(a), std::move(b), true};
}

Contest contestByContent(std::string_view text) {
    const TextSigns signs(text);
    Contest contest;
    for (const Format* format : formats()) {
        if (!mayBe(*format, signs)) continue;
        Recognised next{format, format->probe(text)};
        if (next.probe.score >= kCertain && contest.best.probe.score >= kCertain)
            contest = contestOf(std::move(contest.best), std::move(next));
        else if (next.probe.score > contest.best.probe.score)
            contest.best = std::move(next);
    }
    return contest;
}

/// "its ending \".md\" is not that", or where the name has none, that it does not tell.
std::string aboutEnding(const std::filesystem::path& name) {
    const std::string ending = name.extension().string();
    return ending.empty() ? "its name has no ending that tells one"
                          : fmt::format("its ending \"{}\" is none of a subtitle format", ending);
}

/// A file without cues is a file too: there only the name can tell.
Result<Recognised> recognisedWithoutText(const std::filesystem::path& name) {
    const std::string ending = name.extension().string();
    if (const Format* byName = formatNamed(ending))
        return Recognised{byName, {0, "by its name's ending; there is no content"}};
    return failure("format.empty",
                   fmt::format("the file is empty, and what format it is of is not known: {} (see "
                               "subs formats)",
                               aboutEnding(name)));
}

}  // namespace

std::optional<Recognised> recognisedBytes(std::string_view bytes,
                                          const std::filesystem::path& name) {
    const Format* byName = formatNamed(name.extension().string());
    for (const Format* format : formats()) {
        if (format->info().bytes == FileBytes::Text) continue;
        Probe probe = format->probeBytes(bytes);
        if (probe.score >= kCertain || (probe.score > 0 && format == byName))
            return Recognised{format, std::move(probe)};
    }
    return std::nullopt;
}

std::optional<Recognised> recognisedByBeginning(std::string_view head) {
    Contest contest = contestByContent(head);
    if (contest.wasClose || contest.best.probe.score < kBeyondDoubt) return std::nullopt;
    return std::move(contest.best);
}

Result<Recognised> recognised(std::string_view text, const std::filesystem::path& name) {
    if (isBlank(text)) return recognisedWithoutText(name);
    Contest contest = contestByContent(text);
    Recognised& best = contest.best;
    const Format* byName = formatNamed(name.extension().string());
    // Of what such a format takes for its own nothing comes here.
    if (byName != nullptr && byName->info().bytes != FileBytes::Text) byName = nullptr;
    if (contest.rival && contest.rival->format == byName) return *std::move(contest.rival);
    if (best.probe.score >= kCertain) return std::move(best);
    if (looksBinary(text)) return failure("format.binary", "the file is binary, not a text");
    if (byName != nullptr) {
        if (byName == best.format) return best;
        return Recognised{byName,
                          {best.probe.score, "by its name's ending; its content does not tell"}};
    }
    if (best.format != nullptr) return best;
    return failure("format.unknown",
                   fmt::format("the content is not that of a known subtitle format, and {} (see "
                               "subs formats)",
                               aboutEnding(name)));
}

}  // namespace subs
