// SPDX-License-Identifier: MIT
#include "format/fades.h"

#include <subs/time/fraction.h>

#include "format/xml/words.h"
#include "time/shown_milliseconds.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace subs {
namespace {

constexpr std::string_view kUp = "fade-up:";
constexpr std::string_view kDown = "fade-down:";
constexpr std::string_view kTag = "\\fad(";

/// A number of milliseconds with nothing but blanks around it.
std::optional<Time> wholeMilliseconds(std::string_view text) {
    text = trimmed(text);
    std::uint32_t ms = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), ms);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return Time::fromMilliseconds(ms);
}

/// "fade-up:" and "fade-down:" with milliseconds as `spelt` has them.
std::string joined(const Fades& fades, std::string (*spelt)(Fraction)) {
    std::string text;
    const auto add = [&](std::string_view name, Time time) {
        if (time <= Time()) return;
        if (!text.empty()) text += ' ';
        text.append(name).append(spelt(exactMilliseconds(time)));
    };
    add(kUp, fades.up);
    add(kDown, fades.down);
    return text;
}

}  // namespace

std::string settingsOf(const Fades& fades) {
    return joined(fades, formatted);
}

std::string shownSettings(std::string_view settings) {
    const auto fades = fadesIn(settings);
    return fades ? joined(*fades, shownMilliseconds) : std::string(settings);
}

std::optional<Fades> fadesIn(std::string_view settings) {
    Fades fades;
    for (std::string_view word = takeWord(settings); !word.empty(); word = takeWord(settings)) {
        const bool isUp = word.starts_with(kUp);
        if (!isUp && !word.starts_with(kDown)) return std::nullopt;
        const auto ms = parseFraction(word.substr(isUp ? kUp.size() : kDown.size()));
        if (!ms || *ms < Fraction(0)) return std::nullopt;
        (isUp ? fades.up : fades.down) = timeFromMilliseconds(*ms);
    }
    return fades;
}

std::optional<Fades> fadesOfTag(std::string_view tag) {
    if (!tag.starts_with(kTag) || !tag.ends_with(')')) return std::nullopt;
    tag = tag.substr(kTag.size(), tag.size() - kTag.size() - 1);
    const std::size_t comma = std::min(tag.find(','), tag.size());
    const auto up = wholeMilliseconds(tag.substr(0, comma));
    const auto down = wholeMilliseconds(tag.substr(std::min(comma + 1, tag.size())));
    if (!up || !down) return std::nullopt;
    return Fades{*up, *down};
}

FadeTag tagOf(const Fades& fades) {
    const std::int64_t up = fades.up.nearestMilliseconds();
    const std::int64_t down = fades.down.nearestMilliseconds();
    const Fades rounded{Time::fromMilliseconds(up), Time::fromMilliseconds(down)};
    return {fmt::format("{}{},{})", kTag, up, down), rounded == fades};
}

std::vector<Span>::const_iterator findFadeTag(const std::vector<Span>& spans) {
    return std::ranges::find_if(spans, [](const Span& span) {
        return span.kind == SpanKind::Opaque && fadesOfTag(span.value).has_value();
    });
}

std::optional<Fades> fadesOf(const Cue& cue) {
    if (!cue.settings.empty()) return fadesIn(cue.settings);
    const auto tag = findFadeTag(cue.text.spans);
    return tag == cue.text.spans.end() ? std::nullopt : fadesOfTag(tag->value);
}

}  // namespace subs
