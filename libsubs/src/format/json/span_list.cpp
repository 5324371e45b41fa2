// SPDX-License-Identifier: MIT
#include "format/json/span_list.h"

#include <subs/base/utf8.h>

#include "format/html_color.h"
#include "format/json/scanner.h"
#include "format/json/spelled.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <utility>

namespace subs::json {
namespace {

/// In the order of `SpanKind`.
constexpr std::array<std::string_view, 17> kNames = {"bold",
                                                     "italic",
                                                     "underline",
                                                     "strike",
                                                     "color",
                                                     "font",
                                                     "font-size",
                                                     "karaoke",
                                                     "comment",
                                                     "drawing",
                                                     "opaque",
                                                     "voice",
                                                     "class",
                                                     "language",
                                                     "ruby",
                                                     "ruby-text",
                                                     "inner-time"};

/// Where the characters of a text begin, and its end.
std::vector<std::uint32_t> characterPlaces(std::string_view plain) {
    std::vector<std::uint32_t> places;
    for (std::size_t at = 0; at < plain.size(); at += decodeUtf8(plain, at).length)
        places.push_back(static_cast<std::uint32_t>(at));
    places.push_back(static_cast<std::uint32_t>(plain.size()));
    return places;
}

std::optional<std::uint32_t> placeOf(std::string_view value,
                                     const std::vector<std::uint32_t>& places) {
    const auto number = isNumber(value) ? numberOf(value) : std::nullopt;
    const bool fits = number && *number >= 0 && std::floor(*number) == *number &&
                      *number < static_cast<double>(places.size());
    return fits ? std::optional(places[static_cast<std::size_t>(*number)]) : std::nullopt;
}

/// A colour as `Span` has it, of what HTML takes for one; an empty one is that of the style.
std::optional<std::string> colorIn(std::string said) {
    const bool isUsual = said.starts_with('#') && (said.size() == 7 || said.size() == 9);
    auto color = htmlColor(said);
    if (said.empty() || (color && isUsual)) return said;
    return color;
}

std::optional<Span> spanIn(std::string_view object, const std::vector<std::uint32_t>& places) {
    if (!isObject(object)) return std::nullopt;
    std::optional<SpanKind> kind;
    std::optional<std::uint32_t> begin;
    std::optional<std::uint32_t> end;
    std::string said;
    bool isWell = true;
    for (Members members(object); members.next();) {
        const std::string& key = members.member().key;
        const std::string_view value = members.member().value.of(object);
        if (key == "begin") begin = placeOf(value, places);
        if (key == "end") end = placeOf(value, places);
        if (key == "value") {
            isWell = isString(value) || value == "null";
            said = isString(value) ? textOf(value) : std::string();
        }
        if (key != "kind" || !isString(value)) continue;
        const auto name = std::ranges::find(kNames, textOf(value));
        if (name != kNames.end()) kind = static_cast<SpanKind>(name - kNames.begin());
    }
    if (!isWell || !kind || !begin || !end || *begin > *end) return std::nullopt;
    if (kind == SpanKind::Color) {
        auto color = colorIn(std::move(said));
        if (!color) return std::nullopt;
        said = *std::move(color);
    }
    return Span{*kind, *begin, *end, std::move(said)};
}

std::size_t characterAt(const std::vector<std::uint32_t>& places, std::uint32_t byte) {
    const auto found = std::ranges::lower_bound(places, byte);
    return static_cast<std::size_t>(found - places.begin());
}

}  // namespace

ReadSpans spansIn(std::string_view list, std::string_view plain) {
    ReadSpans result;
    if (!isArray(list)) return {{}, false};
    const std::vector<std::uint32_t> places = characterPlaces(plain);
    for (Elements elements(list); elements.next();) {
        auto span = spanIn(elements.element().of(list), places);
        result.areAllWell = result.areAllWell && span;
        if (span) result.spans.push_back(*std::move(span));
    }
    std::ranges::stable_sort(result.spans, {}, &Span::begin);
    return result;
}

std::string spelledSpans(const CueText& text) {
    if (text.spans.empty()) return "[]";
    const std::vector<std::uint32_t> places = characterPlaces(text.plain);
    std::string out;
    for (const Span& span : text.spans) {
        out += out.empty() ? "[" : ", ";
        out.append("{\"kind\": \"").append(kNames[static_cast<std::size_t>(span.kind)]);
        out.append("\", \"begin\": ").append(std::to_string(characterAt(places, span.begin)));
        out.append(", \"end\": ").append(std::to_string(characterAt(places, span.end)));
        if (!span.value.empty()) out.append(", \"value\": ").append(spelled(span.value));
        out += "}";
    }
    return out + "]";
}

}  // namespace subs::json
