// SPDX-License-Identifier: MIT
#include "text/quote_marks.h"

#include <subs/text/script.h>

#include "text/letter_kinds.h"

#include <string_view>
#include <utility>

namespace subs {
namespace {

/// What an apostrophe stands beside.
bool isLatinWordPart(char32_t c) {
    return isOtherLetter(c) || isDigit(c);
}
bool isGap(char32_t c) {
    return isLineEnd(c) || isSpace(c);
}
/// Nothing that a quotation ends behind.
bool isBeforeQuotation(char32_t c) {
    constexpr std::u32string_view kOpening = U"([{“‘„‚«‹-–—៖:/\u200B";
    return isGap(c) || kOpening.find(c) != std::u32string_view::npos;
}
/// Nothing that a quotation begins with.
bool isBehindQuotation(char32_t c) {
    constexpr std::u32string_view kClosing = U")]}”’»›.,;:!?…។៕៖-–—/\u200B";
    return isGap(c) || kClosing.find(c) != std::u32string_view::npos;
}

/// "1)" and "ក)" at the beginning of a line, ":-)".
bool isOfList(const CodePoints& text, std::size_t i) {
    const char32_t before = text[i - 1];
    if (before == ':' || before == ';' || (before == '-' && text[i - 2] == ':')) return true;
    std::size_t begin = i;
    while (begin > 0 && isDigit(text[begin - 1]))
        --begin;
    if (begin == i && (isOtherLetter(before) || isKhmerWordPart(before))) --begin;
    return begin < i && isGap(text[begin - 1]);
}

}  // namespace

void MarkPairing::read(const CodePoints& text) {
    hasMark_ = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        switch (text[i]) {
            case 0x201C:
            case 0x201D:
            case 0x201E:
                take(text, i, MarkFamily::CurlyDouble);
                break;
            case 0x2018:
            case 0x2019:
            case 0x201A:
                take(text, i, MarkFamily::CurlySingle);
                break;
            case 0xAB:
            case 0xBB:
                take(text, i, MarkFamily::Guillemet);
                break;
            case 0x2039:
            case 0x203A:
                take(text, i, MarkFamily::SingleGuillemet);
                break;
            case '"':
                takeStraight(text, i, MarkFamily::StraightDouble);
                break;
            case '\'':
                takeStraight(text, i, MarkFamily::StraightSingle);
                break;
            case '(':
            case ')':
                take(text, i, MarkFamily::Round);
                break;
            case '[':
            case ']':
                take(text, i, MarkFamily::Square);
                break;
            case '{':
            case '}':
                take(text, i, MarkFamily::Brace);
                break;
            default:
                break;
        }
    }
    ++text_;
}

/// Marks that say themselves whether they open or close.
void MarkPairing::take(const CodePoints& text, std::size_t i, MarkFamily family) {
    const char32_t c = text[i];
    const bool isLow = c == 0x201E || c == 0x201A;
    const bool closesLow =
        (c == 0x201C || c == 0x2018) && isLowOpen(family) && !isBeforeQuotation(text[i - 1]);
    const bool opens = !closesLow && (isLow || c == 0x201C || c == 0x2018 || c == 0xAB ||
                                      c == 0x2039 || c == '(' || c == '[' || c == '{');
    if (family == MarkFamily::CurlySingle) return takeSingle(text, i, family, opens);
    PairedMark mark{i, text_, family, opens, isLow};
    if (opens) return open(mark);
    mark.isSilent = family == MarkFamily::Round && isOfList(text, i);
    close(mark);
}

/// Marks that look the same on both sides: what stands beside them tells.
void MarkPairing::takeStraight(const CodePoints& text, std::size_t i, MarkFamily family) {
    const bool canOpen = !isBehindQuotation(text[i + 1]);
    const bool canClose = !isBeforeQuotation(text[i - 1]);
    const bool opens = canOpen != canClose ? canOpen : !isOpen(family);
    if (family == MarkFamily::StraightSingle) return takeSingle(text, i, family, opens);
    PairedMark mark{i, text_, family, opens};
    if (opens) return open(mark);
    if (!isOpen(family) && isDigit(text[i - 1])) return;  // inches
    close(mark);
}

/// A single quote, or an apostrophe.
void MarkPairing::takeSingle(const CodePoints& text, std::size_t i, MarkFamily family, bool opens) {
    const bool isBehind = isLatinWordPart(text[i - 1]);
    const bool isBefore = isLatinWordPart(text[i + 1]);
    const bool isTurned = text[i] == 0x2018 || text[i] == 0x201A;
    if (isBehind && isBefore && !isTurned) return;
    PairedMark mark{i, text_, family, opens};
    mark.isSilent = isBehind || isBefore ||
                    (!isTurned && family == MarkFamily::StraightSingle && !isKhmer(text[i - 1]) &&
                     !isKhmer(text[i + 1]));
    if (opens) return open(mark);
    if (!isOpen(family) && mark.isSilent) return;
    close(mark);
}

bool MarkPairing::isLowOpen(MarkFamily family) const {
    for (std::size_t i = stack_.size(); i > 0 && i + 4 > stack_.size(); --i)
        if (marks_[stack_[i - 1]].family == family) return marks_[stack_[i - 1]].isLow;
    return false;
}

void MarkPairing::open(PairedMark mark) {
    const bool isFirst = !std::exchange(hasMark_, true);
    const bool isAgain = isFirst && !stack_.empty() && !isBracket(mark.family) &&
                         marks_[stack_.back()].text < mark.text &&
                         marks_[stack_.back()].family == mark.family;
    mark.goesOn = isAgain;
    if (!isAgain) {
        stack_.push_back(marks_.size());
        ++open_[static_cast<std::size_t>(mark.family)];
    }
    marks_.push_back(mark);
}

/// What stands open inside of it stays without a partner.
void MarkPairing::close(PairedMark mark) {
    hasMark_ = true;
    const std::size_t place = marks_.size();
    marks_.push_back(mark);
    if (!isOpen(mark.family)) return;
    while (true) {
        const std::size_t opener = stack_.back();
        stack_.pop_back();
        --open_[static_cast<std::size_t>(marks_[opener].family)];
        if (marks_[opener].family != mark.family) continue;
        marks_[opener].partner = place;
        marks_[place].partner = opener;
        return;
    }
}

}  // namespace subs
