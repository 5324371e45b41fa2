// SPDX-License-Identifier: MIT
#include "format/tmplayer/tmplayer_format.h"

#include <subs/format/features.h>
#include <subs/text/newline.h>

#include "format/lines/break_text.h"
#include "format/lines/clock.h"
#include "format/lines/line_format.h"
#include "format/text_signs.h"

namespace subs {
namespace {

using namespace lines;

constexpr std::string_view kBar = "|";
constexpr ClockSpelling kSpelling{ClockForm::Hours, 1, 2, '.'};

/// The time that a line begins with, and where its text begins.
struct Stamp {
    Stretch at;
    Time time;
};

/// True of "000 --> 00:01:04:000": the rest of a line of times of SubRip.
bool isArrowNext(std::string_view text) {
    std::size_t at = 0;
    if (!takeNumber(text, at)) return false;
    while (take(text, at, " ")) {
    }
    return take(text, at, "-->");
}

/// "00:01:02:", "00:01:02=", or with the number of a line: "00:01:02,1:".
std::optional<Stamp> stampOf(std::string_view line) {
    if (line.empty() || !isDigit(line.front())) return std::nullopt;
    std::size_t at = 0;
    const auto time = takeClock(line, at, ClockForm::Hours, {});
    if (!time) return std::nullopt;
    if (take(line, at, ",") && (at >= line.size() || !isDigit(line[at++]))) return std::nullopt;
    if (!take(line, at, ":") && !take(line, at, "=")) return std::nullopt;
    if (isArrowNext(line.substr(at))) return std::nullopt;
    return Stamp{{0, at}, *time};
}

class Syntax final : public CueSyntax {
public:
    using CueSyntax::CueSyntax;

    Ends ends() const override { return Ends::InLineOfTheirOwn; }

    std::optional<CueLayout> cueAt(std::string_view text) const override {
        LineReader lines(text);
        if (!lines.next()) return std::nullopt;
        const auto stamp = stampOf(lines.line());
        if (!stamp) return std::nullopt;
        CueLayout layout;
        layout.size = lines.nextBegin();
        layout.startAt = stamp->at;
        layout.start = stamp->time;
        layout.body = {stamp->at.end, lines.end()};
        layout.endAt = {layout.size, layout.size};
        if (isBlank(layout.body.of(text)) || !lines.next()) return layout;
        const auto end = stampOf(lines.line());
        const bool isEnd =
            end && end->time >= stamp->time && isBlank(lines.line().substr(end->at.end));
        if (!isEnd) return layout;
        layout.end = end->time;
        layout.endAt = {lines.begin(), lines.nextBegin()};
        layout.size = lines.nextBegin();
        return layout;
    }

    CueText textOf(std::string_view body) const override { return plainText(body, kBar); }

    void appendBody(std::string& out, const BodyContext& context) const override {
        appendLines(out, context, {kBar, kBar}, isArrowNext);
        reportSpans(context, {});
    }

    void appendTime(std::string& out, std::int64_t units) const override {
        appendClock(out, units, kSpelling);
        out += ':';
    }

    void appendCue(std::string& out, const NewCue& cue) const override {
        appendTime(out, cue.start);
        out.append(cue.body).append(cue.newline);
        if (!cue.end) return;
        appendTime(out, *cue.end);
        out += cue.newline;
    }
};

FormatInfo makeInfo() {
    FormatInfo info;
    info.id = "tmplayer";
    info.name = "TMPlayer";
    info.extensions = {"tmplayer"};
    info.unit = Time::fromSeconds(1);
    info.capabilities = capabilitiesWith({{feature::kMissingEnd, Grade::Full}});
    return info;
}

class TmplayerFormat final : public LineFormat, public SignReader {
public:
    TmplayerFormat() : LineFormat(makeInfo(), 90, "lines that begin with a time and a colon") {}

    /// The third colon, the sign in its place, or the number of a line before it.
    bool mayBe(const TextSigns& signs) const override {
        return signs.hasClock([](const ClockSign& clock) {
            const bool hasNumber = clock.next == ',' && clock.digits == 1;
            return clock.colons > 2 || (clock.colons == 2 && (clock.next == '=' || hasNumber));
        });
    }

private:
    std::unique_ptr<CueSyntax> syntaxOf(std::string_view, const FrameTimeline*) const override {
        return std::make_unique<Syntax>(info());
    }
};

}  // namespace

const Format& tmplayerFormat() {
    static const TmplayerFormat kFormat;
    return kFormat;
}

}  // namespace subs
