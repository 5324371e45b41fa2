// SPDX-License-Identifier: MIT
#include "format/text_signs.h"

#include "base/scan.h"
#include "text/letter_kinds.h"

namespace subs {
namespace {

/// Of one format there are one or two.
constexpr std::size_t kMostClocks = 32;
constexpr std::size_t kMany = 3;

}  // namespace

TextSigns::TextSigns(std::string_view text) : text_(text.substr(0, kProbedForLines)) {
    for (std::size_t at = 0; at < text_.size(); at = findAny<'\n', '\r'>(text_, at) + 1)
        takeLine(at);
}

bool TextSigns::hasAny(const Bytes& bytes, std::string_view letters) {
    return std::any_of(letters.begin(), letters.end(), [&](char letter) {
        return bytes[static_cast<unsigned char>(letter)];
    });
}

void TextSigns::takeLine(std::size_t at) {
    while (at < text_.size() && (text_[at] == ' ' || text_[at] == '\t'))
        ++at;
    if (at == text_.size()) return;
    if (isLatinDigit(text_[at])) return takeClock(at);
    if (text_[at] == '[') addNext(bracketed_, at + 1);
    if (text_[at] == '{') addNext(braced_, at + 1);
}

void TextSigns::addNext(Bytes& bytes, std::size_t at) {
    if (at < text_.size()) bytes.set(static_cast<unsigned char>(text_[at]));
}

void TextSigns::takeClock(std::size_t at) {
    std::size_t colons = 0;
    for (; at < text_.size() && (isLatinDigit(text_[at]) || text_[at] == ':'); ++at)
        colons += text_[at] == ':' ? 1 : 0;
    if (colons == 0) return;
    const char next = at < text_.size() ? text_[at++] : '\n';
    std::size_t digits = 0;
    while (digits < kMany && at + digits < text_.size() && isLatinDigit(text_[at + digits]))
        ++digits;
    const ClockSign sign{static_cast<std::uint8_t>(std::min(colons, kMany)),
                         next,
                         static_cast<std::uint8_t>(digits)};
    if (std::find(clocks_.begin(), clocks_.end(), sign) != clocks_.end()) return;
    if (clocks_.size() == kMostClocks)
        hasTooManyClocks_ = true;
    else
        clocks_.push_back(sign);
}

bool mayBe(const Format& format, const TextSigns& signs) {
    const auto* const reader = dynamic_cast<const SignReader*>(&format);
    return reader == nullptr || reader->mayBe(signs);
}

}  // namespace subs
