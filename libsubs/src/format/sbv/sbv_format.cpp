// SPDX-License-Identifier: MIT
#include "format/sbv/sbv_format.h"

#include <subs/text/newline.h>

#include "format/lines/break_text.h"
#include "format/lines/clock_blocks.h"
#include "format/lines/line_format.h"
#include "format/text_signs.h"

#include <algorithm>

namespace subs {
namespace {

using namespace lines;

constexpr FractionDigits kDigits{3, 3};
constexpr ClockSpelling kSpelling{ClockForm::Hours, 1000, 1, '.'};

class Syntax final : public ClockBlocks {
public:
    explicit Syntax(const FormatInfo& info) : ClockBlocks(info, kDigits, kSpelling) {}

    /// Lines stand below each other; a text with a blank one stands in one line, with "[br]".
    void appendBody(std::string& out, const BodyContext& context) const override {
        const std::string_view plain = context.cue.text.plain;
        const bool hasBlank = std::ranges::any_of(linesOf(plain), [&](const TextLine& line) {
            return isBlank(plain.substr(line.begin, line.end - line.begin));
        });
        const std::string_view between = hasBlank ? kBreakTag : context.newline;
        appendLines(out, context, {kBreakTag, between}, [&](std::string_view line) {
            return isMistaken(line);
        });
        reportSpans(context, {});
    }
};

FormatInfo makeInfo() {
    FormatInfo info;
    info.id = "sbv";
    info.name = "YouTube SBV";
    info.extensions = {"sbv"};
    info.unit = Time::fromMilliseconds(1);
    info.capabilities = capabilitiesWith({});
    return info;
}

class SbvFormat final : public LineFormat, public SignReader {
public:
    SbvFormat() : LineFormat(makeInfo(), 95, "lines of two times joined by a comma") {}

    bool mayBe(const TextSigns& signs) const override {
        return signs.hasClock([](const ClockSign& clock) {
            return clock.colons == 2 && clock.next == '.' && clock.digits == kDigits.least;
        });
    }

private:
    std::unique_ptr<CueSyntax> syntaxOf(std::string_view, const FrameTimeline*) const override {
        return std::make_unique<Syntax>(info());
    }
};

}  // namespace

const Format& sbvFormat() {
    static const SbvFormat kFormat;
    return kFormat;
}

}  // namespace subs
