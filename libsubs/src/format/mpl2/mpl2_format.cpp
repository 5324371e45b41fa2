// SPDX-License-Identifier: MIT
#include "format/mpl2/mpl2_format.h"

#include <subs/format/features.h>
#include <subs/text/newline.h>
#include <subs/time/largest_time.h>

#include "format/lines/clock.h"
#include "format/lines/line_format.h"
#include "format/lines/line_looks.h"
#include "format/text_signs.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace subs {
namespace {

using namespace lines;

constexpr std::string_view kBar = "|";
constexpr std::int64_t kTenth = Time::kPerSecond / 10;

/// Signs that a line begins with, and what they make of it.
struct Sign {
    char sign;
    SpanKind kind;
};
constexpr std::array<Sign, 3> kSigns{
    {{'\\', SpanKind::Bold}, {'/', SpanKind::Italic}, {'_', SpanKind::Underline}}};

const Sign* signOf(char letter) {
    const auto* const found = std::ranges::find(kSigns, letter, &Sign::sign);
    return found == kSigns.end() ? nullptr : found;
}

/// A number in brackets at `at`, or empty ones.
struct Bracketed {
    ByteRange at;
    std::optional<Time> time;
};

std::optional<Bracketed> takeBracketed(std::string_view line, std::size_t& at) {
    if (!take(line, at, "[")) return std::nullopt;
    Bracketed result;
    result.at.begin = at;
    if (const auto tenths = takeNumber(line, at)) {
        const bool isLarge = *tenths >= kLargestTime.flicks() / kTenth;
        result.time = isLarge ? kLargestTime : Time::fromFlicks(*tenths * kTenth);
    }
    result.at.end = at;
    return take(line, at, "]") ? std::optional(result) : std::nullopt;
}

class Syntax final : public CueSyntax {
public:
    using CueSyntax::CueSyntax;

    std::optional<CueLayout> cueAt(std::string_view text) const override {
        if (!text.starts_with('[')) return std::nullopt;
        LineReader lines(text);
        lines.next();
        std::size_t at = 0;
        const auto start = takeBracketed(lines.line(), at);
        if (!start || !start->time) return std::nullopt;
        const auto end = takeBracketed(lines.line(), at);
        if (!end) return std::nullopt;
        CueLayout layout;
        layout.size = lines.nextBegin();
        layout.startAt = start->at;
        layout.start = *start->time;
        layout.endAt = end->at;
        layout.end = end->time;
        layout.body = {at, lines.end()};
        return layout;
    }

    CueText textOf(std::string_view body) const override {
        CueText text;
        for (std::string_view line : brokenAt(body, kBar)) {
            if (line.data() != body.data()) text.plain += '\n';
            const auto begin = static_cast<std::uint32_t>(text.plain.size());
            const std::size_t first = text.spans.size();
            for (; !line.empty() && signOf(line.front()) != nullptr; line.remove_prefix(1))
                text.spans.push_back({signOf(line.front())->kind, begin, begin, {}});
            text.plain += line;
            for (std::size_t i = first; i < text.spans.size(); ++i)
                text.spans[i].end = static_cast<std::uint32_t>(text.plain.size());
        }
        return text;
    }

    void appendBody(std::string& out, const BodyContext& context) const override {
        std::array<std::vector<bool>, kSigns.size()> looks;
        for (std::size_t i = 0; i < kSigns.size(); ++i)
            looks[i] = emphasisedLines(context, kSigns[i].kind);
        std::size_t index = 0;
        const std::string_view plain = context.cue.text.plain;
        for (const TextLine& part : linesOf(plain)) {
            if (index > 0) out += kBar;
            for (std::size_t i = 0; i < kSigns.size(); ++i)
                if (looks[i][index]) out += kSigns[i].sign;
            const std::string_view line = plain.substr(part.begin, part.end - part.begin);
            if (!line.empty() && signOf(line.front()) != nullptr) appendJoiner(out, line, context);
            appendLine(out, line, kBar, context);
            ++index;
        }
        reportSpans(context, {SpanKind::Bold, SpanKind::Italic, SpanKind::Underline});
    }

    void appendTime(std::string& out, std::int64_t units) const override {
        fmt::format_to(std::back_inserter(out), "{}", units);
    }

    void appendCue(std::string& out, const NewCue& cue) const override {
        out += '[';
        appendTime(out, cue.start);
        out += "][";
        if (cue.end) appendTime(out, *cue.end);
        out.append("]").append(cue.body).append(cue.newline);
    }
};

FormatInfo makeInfo() {
    FormatInfo info;
    info.id = "mpl2";
    info.name = "MPL2";
    info.extensions = {"mpl", "mpl2"};
    info.unit = Time::fromFlicks(kTenth);
    info.capabilities = capabilitiesWith({{feature::kBold, Grade::Approximate},
                                          {feature::kItalic, Grade::Approximate},
                                          {feature::kUnderline, Grade::Approximate},
                                          {feature::kMissingEnd, Grade::Full}});
    return info;
}

class Mpl2Format final : public LineFormat, public SignReader {
public:
    Mpl2Format() : LineFormat(makeInfo(), 95, "lines that begin with two numbers in brackets") {}

    bool mayBe(const TextSigns& signs) const override { return signs.hasBracketed(kDigitLetters); }

private:
    std::unique_ptr<CueSyntax> syntaxOf(std::string_view, const FrameTimeline*) const override {
        return std::make_unique<Syntax>(info());
    }
};

}  // namespace

const Format& mpl2Format() {
    static const Mpl2Format kFormat;
    return kFormat;
}

}  // namespace subs
