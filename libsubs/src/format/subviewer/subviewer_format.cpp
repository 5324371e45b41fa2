// SPDX-License-Identifier: MIT
#include "format/subviewer/subviewer_format.h"

#include <subs/format/features.h>
#include <subs/text/newline.h>

#include "format/lines/break_text.h"
#include "format/lines/clock.h"
#include "format/lines/clock_blocks.h"
#include "format/lines/line_format.h"
#include "format/lines/reader.h"
#include "format/text_signs.h"

namespace subs {
namespace {

using namespace lines;

constexpr std::string_view kBar = "|";
constexpr ClockSpelling kSeconds{ClockForm::Hours, 1, 2, '.'};
constexpr ClockSpelling kCentiseconds{ClockForm::Hours, 100, 2, '.'};
/// Files with three digits are SBV's, unless their header says otherwise.
constexpr FractionDigits kWithoutHeader{1, 2};
constexpr FractionDigits kAnyDigits{0, 3};

std::string joined(std::initializer_list<std::string_view> lines, std::string_view newline) {
    std::string all;
    for (const std::string_view line : lines)
        all.append(line).append(newline);
    return all;
}

constexpr std::string_view kTitle = "[TITLE]";
/// The line of looks that new files have.
constexpr std::string_view kUsualLooks = "[COLF]&HFFFFFF,[STYLE]no,[SIZE]18,[FONT]Arial";

/// What stands behind the name in brackets that a line of the header begins with.
std::string_view valueOf(std::string_view line) {
    const std::size_t end = line.find(']');
    return end == line.npos ? std::string_view() : firstLine(line.substr(end + 1));
}

class Second final : public ClockBlocks {
public:
    Second(const FormatInfo& info, FractionDigits digits)
        : ClockBlocks(info, digits, kCentiseconds) {}

    void appendBody(std::string& out, const BodyContext& context) const override {
        appendLines(out, context, {kBreakTag, kBreakTag}, [&](std::string_view line) {
            return isMistaken(line);
        });
        reportSpans(context, {});
    }

    bool isKnown(std::string_view line) const override { return line.starts_with('['); }

    /// A title is the document's. A number of a disk or a delay that is 0 says nothing.
    AsideKind kindOfKnown(std::string_view line) const override {
        if (line == kUsualLooks) return AsideKind::Frame;
        if (line.starts_with("[COLF]") || line.starts_with("[STYLE]") ||
            line.starts_with("[SIZE]") || line.starts_with("[FONT]"))
            return AsideKind::StyleSheet;
        const std::string_view value = valueOf(line);
        const bool isFrame = value.empty() || value == "0" || line.starts_with(kTitle);
        return isFrame ? AsideKind::Frame : AsideKind::Metadata;
    }

    std::string_view titleIn(std::string_view file) const override {
        for (LineReader lines(file); lines.next();) {
            if (lines.line().starts_with(kTitle)) return valueOf(lines.line());
            if (!isBlank(lines.line()) && !isKnown(lines.line())) break;
        }
        return {};
    }

    std::string head(std::string_view newline) const override {
        return joined(
            {"[INFORMATION]", kTitle, "[AUTHOR]", "[END INFORMATION]", "[SUBTITLE]", kUsualLooks},
            newline);
    }
};

/// A line of a time in brackets alone.
struct Stamp {
    ByteRange at;
    Time time;
};

std::optional<Stamp> stampOf(std::string_view line) {
    std::size_t at = 0;
    if (!take(line, at, "[")) return std::nullopt;
    const auto time = takeClock(line, at, ClockForm::Hours, {});
    if (!time || !take(line, at, "]")) return std::nullopt;
    const ByteRange stretch{0, at};
    return isBlank(line.substr(at)) ? std::optional(Stamp{stretch, *time}) : std::nullopt;
}

/// True where a line follows that is a text.
bool hasTextNext(LineReader& lines) {
    return lines.next() && !isBlank(lines.line()) && !stampOf(lines.line());
}

class First final : public CueSyntax {
public:
    using CueSyntax::CueSyntax;

    Ends ends() const override { return Ends::InLineOfTheirOwn; }
    bool hasTextBelow() const override { return true; }

    std::optional<CueLayout> cueAt(std::string_view text) const override {
        LineReader lines(text);
        if (!lines.next()) return std::nullopt;
        const auto start = stampOf(lines.line());
        if (!start) return std::nullopt;
        CueLayout layout;
        layout.startAt = start->at;
        layout.start = start->time;
        layout.size = lines.nextBegin();
        layout.body = {layout.size, layout.size};
        layout.endAt = layout.body;
        if (!hasTextNext(lines)) return layout;
        layout.body = {lines.begin(), lines.end()};
        layout.size = lines.nextBegin();
        layout.endAt = {layout.size, layout.size};
        if (lines.next()) takeEnd(layout, lines);
        return layout;
    }

    bool isKnown(std::string_view line) const override {
        return line.starts_with('[') || line.starts_with('*');
    }

    CueText textOf(std::string_view body) const override { return plainText(body, kBar); }

    void appendBody(std::string& out, const BodyContext& context) const override {
        appendLines(out, context, {kBar, kBar}, [](std::string_view line) {
            return stampOf(line).has_value() || (!line.empty() && isBlank(line));
        });
        reportSpans(context, {});
    }

    void appendTime(std::string& out, std::int64_t units) const override {
        out += '[';
        appendClock(out, units, kSeconds);
        out += ']';
    }

    void appendCue(std::string& out, const NewCue& cue) const override {
        appendTime(out, cue.start);
        out += cue.newline;
        if (!cue.body.empty()) out.append(cue.body).append(cue.newline);
        if (!cue.end) return;
        appendTime(out, *cue.end);
        out += cue.newline;
    }

    std::string head(std::string_view newline) const override {
        return joined({"[TITLE]", "", "[AUTHOR]", "", "[BEGIN]", "******** START SCRIPT ********"},
                      newline);
    }
    std::string_view gap(std::string_view newline) const override { return newline; }

private:
    /// The line at `lines` ends the cue where it is a time that no text stands below.
    static void takeEnd(CueLayout& layout, LineReader& lines) {
        const auto end = stampOf(lines.line());
        if (!end || end->time < layout.start) return;
        const ByteRange at{lines.begin(), lines.nextBegin()};
        if (hasTextNext(lines)) return;
        layout.end = end->time;
        layout.endAt = at;
        layout.endTimeAt = end->at.shifted(at.begin);
        layout.size = at.end;
    }
};

FormatInfo infoOf(std::string_view id, std::string_view name, Time unit) {
    FormatInfo info;
    info.id = id;
    info.name = name;
    info.extensions = {"sub"};
    info.unit = unit;
    return info;
}

FormatInfo firstInfo() {
    FormatInfo info = infoOf("subviewer1", "SubViewer 1", Time::fromSeconds(1));
    info.capabilities = capabilitiesWith({{feature::kMissingEnd, Grade::Full}});
    return info;
}

FormatInfo secondInfo() {
    FormatInfo info = infoOf("subviewer", "SubViewer 2", Time::fromCentiseconds(1));
    info.capabilities = capabilitiesWith({});
    return info;
}

class FirstFormat final : public LineFormat, public SignReader {
public:
    FirstFormat() : LineFormat(firstInfo(), 90, "lines of a time in brackets alone") {}

    bool mayBe(const TextSigns& signs) const override { return signs.hasBracketed(kDigitLetters); }

private:
    std::unique_ptr<CueSyntax> syntaxOf(std::string_view, const FrameTimeline*) const override {
        return std::make_unique<First>(info());
    }
};

constexpr int kCertain = 95;
constexpr std::string_view kReason = "lines of two times in hundredths joined by a comma";

class SecondFormat final : public LineFormat, public SignReader {
public:
    SecondFormat() : LineFormat(secondInfo(), kCertain, kReason) {}

    /// Headers are in the language of who made them; all their lines begin with a bracket.
    Probe probe(std::string_view text) const override {
        const Second syntax(info(), text.starts_with('[') ? kAnyDigits : kWithoutHeader);
        return probed(text, syntax, kCertain, std::string(kReason));
    }

    bool mayBe(const TextSigns& signs) const override {
        const bool hasHeader = signs.text().starts_with('[');
        return signs.hasClock([&](const ClockSign& clock) {
            const bool hasFraction = clock.next == '.' && clock.digits > 0;
            return clock.colons == 2 && (hasFraction || (hasHeader && clock.next == ','));
        });
    }

private:
    std::unique_ptr<CueSyntax> syntaxOf(std::string_view, const FrameTimeline*) const override {
        return std::make_unique<Second>(info(), kAnyDigits);
    }
};

}  // namespace

const Format& subviewer1Format() {
    static const FirstFormat kFormat;
    return kFormat;
}

const Format& subviewerFormat() {
    static const SecondFormat kFormat;
    return kFormat;
}

}  // namespace subs
