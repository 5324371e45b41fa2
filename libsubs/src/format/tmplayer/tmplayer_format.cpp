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

/// The time that a line begins with, and the sign that its text stands behind.
struct Stamp {
    ByteRange clock;
    std::size_t sign = 0;  ///< Where it stands; the number of a line is before it.
    Time time;
};

/// The sign of new files.
constexpr char kUsualSign = ':';

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
    const ByteRange clock{0, at};
    if (take(line, at, ",") && (at >= line.size() || !isDigit(line[at++]))) return std::nullopt;
    const std::size_t sign = at;
    if (!take(line, at, ":") && !take(line, at, "=")) return std::nullopt;
    if (isArrowNext(line.substr(at))) return std::nullopt;
    return Stamp{clock, sign, *time};
}

/// The sign of the first cue of `file`.
char signOf(std::string_view file) {
    for (LineReader lines(file); lines.next();)
        if (const auto stamp = stampOf(lines.line())) return lines.line()[stamp->sign];
    return kUsualSign;
}

class Syntax final : public CueSyntax {
public:
    Syntax(const FormatInfo& info, char sign) : CueSyntax(info), sign_(sign) {}

    Ends ends() const override { return Ends::InLineOfTheirOwn; }

    std::optional<CueLayout> cueAt(std::string_view text) const override {
        LineReader lines(text);
        if (!lines.next()) return std::nullopt;
        const auto stamp = stampOf(lines.line());
        if (!stamp) return std::nullopt;
        CueLayout layout;
        layout.size = lines.nextBegin();
        layout.startAt = stamp->clock;
        layout.start = stamp->time;
        layout.body = {stamp->sign + 1, lines.end()};
        layout.endAt = {layout.size, layout.size};
        if (isBlank(layout.body.of(text)) || !lines.next()) return layout;
        const auto end = stampOf(lines.line());
        const bool isEnd =
            end && end->time >= stamp->time && isBlank(lines.line().substr(end->sign + 1));
        if (!isEnd) return layout;
        layout.end = end->time;
        layout.endAt = {lines.begin(), lines.nextBegin()};
        layout.endTimeAt = end->clock.shifted(lines.begin());
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
    }
    std::string_view behindTime() const override { return {&sign_, 1}; }

    void appendCue(std::string& out, const NewCue& cue) const override {
        appendTime(out, cue.start);
        out.append(1, sign_).append(cue.body).append(cue.newline);
        if (!cue.end) return;
        appendTime(out, *cue.end);
        out.append(1, sign_).append(cue.newline);
    }

    /// Lines that one text is shown in have numbers; each is a cue.
    void addUnread(std::string_view piece,
                   const CueLayout& layout,
                   CueId cue,
                   LossReport& unread) const override {
        const std::string_view behindClock = piece.substr(layout.startAt.end);
        if (behindClock.front() != ',') return;
        unread.add(feature::kLabel,
                   LossSeverity::Approximated,
                   cue,
                   behindClock.substr(1, 1),
                   "a cue for each line");
    }

private:
    char sign_;  ///< As the file has it.
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
    std::unique_ptr<CueSyntax> syntaxOf(std::string_view file,
                                        const FrameTimeline*) const override {
        return std::make_unique<Syntax>(info(), signOf(file));
    }
};

}  // namespace

const Format& tmplayerFormat() {
    static const TmplayerFormat kFormat;
    return kFormat;
}

}  // namespace subs
