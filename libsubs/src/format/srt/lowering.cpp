// SPDX-License-Identifier: MIT
#include "format/srt/lowering.h"

#include <subs/format/features.h>

#include "format/document_losses.h"
#include "format/fades.h"
#include "format/marked_text.h"
#include "format/srt/marks.h"
#include "format/srt/time_line.h"
#include "format/style_color.h"

#include <algorithm>

namespace subs::srt {
namespace {

constexpr std::string_view kBlanks = " \t\n\r";

Alignment alignmentIn(const Cue& cue, const Style* style) {
    if (cue.alignment) return *cue.alignment;
    return style ? style->alignment : Alignment::BottomCentre;
}

void appendAlignment(std::string& out, const Cue& cue, const Style* style) {
    const Alignment alignment = alignmentIn(cue, style);
    // An alignment that the cue itself gives is written even where it is the usual one.
    if (!cue.alignment && alignment == Alignment::BottomCentre) return;
    out += "{\\an";
    out += static_cast<char>('0' + static_cast<int>(alignment));
    out += '}';
}

/// Takes off the blank lines at both ends of what `out` has from `begin` on: the ones at the end
/// would part it from the next cue, and those at the beginning are taken by players for an empty
/// cue. True where there were any.
bool trimBlankLines(std::string& out, std::size_t begin) {
    const std::size_t before = out.size();
    const auto isBlank = [](char letter) { return kBlanks.find(letter) != kBlanks.npos; };
    if (begin < before && !isBlank(out[begin]) && !isBlank(out.back())) return false;
    const std::size_t last = out.find_last_not_of(kBlanks);
    const bool empty = last == std::string::npos || last < begin;
    out.resize(empty ? begin : std::min(out.find_first_of("\r\n", last), out.size()));
    const std::size_t first = out.find_first_not_of(kBlanks, begin);
    const std::size_t lineEnd =
        first == std::string::npos ? first : out.find_last_of("\r\n", first);
    if (lineEnd != std::string::npos && lineEnd >= begin) out.erase(begin, lineEnd + 1 - begin);
    return out.size() < before;
}

std::string lineWith(std::string_view plain, std::size_t at) {
    const std::size_t before = at == 0 ? std::string_view::npos : plain.rfind('\n', at - 1);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    return std::string(plain.substr(begin, plain.find('\n', at) - begin));
}

}  // namespace

Lowering::Lowering(const Document& document, LossReport* losses)
    : document_(document), styles_(document), losses_(losses), own_(document.format == "srt") {}

void Lowering::lose(std::string_view feature,
                    LossSeverity severity,
                    const Cue& cue,
                    std::string_view before,
                    std::string_view after) {
    if (losses_) losses_->add(feature, severity, cue.id, before, after);
}

bool Lowering::omits(const Cue& cue) {
    if (cue.kind == CueKind::Comment) {
        lose(feature::kComment, LossSeverity::Dropped, cue, cue.text.plain);
        return true;
    }
    if (cue.text.plain.find_first_not_of(kBlanks) != std::string::npos) return false;
    const auto drawing =
        std::find_if(cue.text.spans.begin(), cue.text.spans.end(), [](const Span& span) {
            return span.kind == SpanKind::Drawing;
        });
    if (drawing == cue.text.spans.end()) return false;
    lose(feature::kDrawing, LossSeverity::Dropped, cue, drawing->value);
    return true;
}

bool Lowering::isPlain(const Cue& cue, const Style* style) const {
    const bool hasLook = style && (style->bold || style->italic || style->underline ||
                                   style->strike || isColored(style));
    return cue.text.spans.empty() && !hasLook;
}

void Lowering::appendBody(std::string& out, const Cue& cue, std::string_view newline) {
    const std::size_t begin = out.size();
    const Style* style = styles_.styleOf(cue);
    appendAlignment(out, cue, style);
    appendText(out, cue, style, newline);
    if (trimBlankLines(out, begin)) {
        lose(feature::kText, LossSeverity::Approximated, cue, "blank lines around the text", "");
    }
}

void Lowering::appendText(std::string& out,
                          const Cue& cue,
                          const Style* style,
                          std::string_view newline) {
    const std::string_view plain = cue.text.plain;
    const std::vector<TextEdit> guards = guardsOf(plain);
    if (!guards.empty()) {
        lose(feature::kText,
             LossSeverity::Approximated,
             cue,
             lineWith(plain, guards.front().begin),
             "the same with an invisible word joiner (U+2060), so that it stays text");
    }
    if (guards.empty() && isPlain(cue, style)) return appendPlain(out, plain, newline);
    std::vector<MarkLoss> losses;
    const std::vector<Mark> marks =
        marksOf(cue.text, style, own_ ? Origins::Own : Origins::Other, losses);
    for (const MarkLoss& loss : losses)
        lose(loss.feature, loss.severity, cue, loss.before, loss.after);
    appendMarked(out, plain, marks, guards, newline);
}

void Lowering::reportFields(const Cue& cue, std::string_view number) {
    if (!losses_) return;
    reportLayout(document_, cue, styles_.styleOf(cue), *losses_);
    if (!cue.speaker.empty()) lose(feature::kSpeaker, LossSeverity::Dropped, cue, cue.speaker);
    if (own_) return;
    if (saysMoreThanPlace(document_, cue))
        lose(featureOfSettings(cue.settings),
             LossSeverity::Dropped,
             cue,
             shownSettings(cue.settings));
    if (!cue.label.empty() && cue.label != number)
        lose(feature::kLabel, LossSeverity::Approximated, cue, cue.label, number);
}

void Lowering::reportDocument() {
    if (!losses_ || own_) return;
    reportStyles(
        document_,
        "the player's own look; bold, italic, the colour and the ninth of the picture are kept",
        *losses_);
    if (!document_.title.empty())
        losses_->add(feature::kTitle, LossSeverity::Info, {}, document_.title, {});
    reportCanvas(document_, *losses_);
}

void Lowering::reportRaw() {
    if (losses_ && !own_) subs::reportRaw(document_, *losses_);
}

}  // namespace subs::srt
