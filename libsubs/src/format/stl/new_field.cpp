// SPDX-License-Identifier: MIT
#include "format/stl/new_field.h"

#include <subs/base/utf8.h>
#include <subs/format/features.h>

#include "format/emphasis.h"
#include "format/lines/break_text.h"
#include "format/simpler_letters.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

namespace subs::stl {
namespace {

/// The nearest colour of teletext; black only where it was meant.
unsigned char nearestColor(unsigned red, unsigned green, unsigned blue) {
    constexpr unsigned kHalf = 0x80;
    const unsigned code =
        (red >= kHalf ? 1U : 0U) | (green >= kHalf ? 2U : 0U) | (blue >= kHalf ? 4U : 0U);
    const bool isBlack = red + green + blue == 0;
    return code == 0 && !isBlack ? kWhite : static_cast<unsigned char>(code);
}

unsigned char colorOf(std::string_view value) {
    unsigned number = 0;
    constexpr std::size_t kDigits = 6;
    constexpr int kHexadecimal = 16;
    if (value.size() <= kDigits) return kWhite;
    std::from_chars(value.data() + 1, value.data() + 1 + kDigits, number, kHexadecimal);
    return nearestColor(number >> 16U & 0xFFU, number >> 8U & 0xFFU, number & 0xFFU);
}

/// The colour of each byte of a text: that of the span that began last, else that of the style.
std::vector<unsigned char> spannedColors(const CueText& text, unsigned char base) {
    std::vector<unsigned char> colors(text.plain.size(), base);
    std::vector<const Span*> open;
    std::size_t next = 0;
    for (std::uint32_t at = 0; at < colors.size(); ++at) {
        for (; next < text.spans.size() && text.spans[next].begin <= at; ++next)
            if (text.spans[next].kind == SpanKind::Color && !text.spans[next].isPoint())
                open.push_back(&text.spans[next]);
        while (!open.empty() && open.back()->end <= at)
            open.pop_back();
        if (!open.empty()) colors[at] = colorOf(open.back()->value);
    }
    return colors;
}

/// The colours that can be: a word has one, since a code takes the place of a space. A space has
/// that of the word behind it.
std::vector<unsigned char> colorsOf(const CueText& text, unsigned char base) {
    std::vector<unsigned char> colors = spannedColors(text, base);
    const auto isGap = [&](std::size_t at) {
        return text.plain[at] == ' ' || text.plain[at] == '\n';
    };
    for (std::size_t at = 1; at < colors.size(); ++at)
        if (!isGap(at) && !isGap(at - 1)) colors[at] = colors[at - 1];
    for (std::size_t at = colors.size(); at-- > 1;)
        if (isGap(at - 1)) colors[at - 1] = colors[at];
    return colors;
}

bool isIn(const std::vector<EmphasisRange>& ranges, std::size_t& next, std::size_t at) {
    while (next < ranges.size() && ranges[next].end <= at)
        ++next;
    return next < ranges.size() && ranges[next].begin <= at;
}

unsigned char baseColor(const Style* style) {
    if (style == nullptr) return kWhite;
    return nearestColor(style->primary.red, style->primary.green, style->primary.blue);
}

void appendByte(std::string& out, unsigned char byte) {
    out += static_cast<char>(byte);
}

void appendSimpler(std::string& out, char32_t letter, const CharacterTable& table) {
    const auto simpler = simplerLetters(letter);
    for (std::size_t at = 0; simpler && at < simpler->size();)
        if (!table.append(out, *simpler, at)) return;
}

bool isHeldAsSimpler(char32_t letter, const CharacterTable& table) {
    const auto simpler = simplerLetters(letter);
    if (!simpler) return false;
    std::string unused;
    for (std::size_t at = 0; at < simpler->size();)
        if (!table.append(unused, *simpler, at)) return false;
    return true;
}

/// Writes one cue's text.
class FieldWriter {
public:
    FieldWriter(const Cue& cue, const NewFieldContext& context)
        : cue_(cue),
          context_(context),
          plain_(cue.text.plain),
          style_(context.style),
          italics_(emphasisRanges(cue.text, SpanKind::Italic, style_ && style_->italic)),
          underlines_(emphasisRanges(cue.text, SpanKind::Underline, style_ && style_->underline)),
          colors_(colorsOf(cue.text, baseColor(style_))) {}

    std::string take() {
        beginRow(0);
        for (std::size_t at = 0; at < plain_.size();)
            at = putLetter(at);
        putCodes(plain_.size());
        endRow();
        reportSpans();
        return std::move(out_);
    }

private:
    bool isTeletext() const { return context_.field.display == Display::Teletext; }

    void lose(std::string_view feature,
              LossSeverity severity,
              std::string_view before,
              std::string_view after) {
        if (context_.losses) context_.losses->add(feature, severity, cue_.id, before, after);
    }

    void beginRow(std::size_t at) {
        rowBegin_ = out_.size();
        if (!isTeletext()) return;
        if (context_.isDoubleHeight) appendByte(out_, code::kDoubleHeight);
        color_ = colorAt(at);
        if (color_ != kWhite) appendByte(out_, color_);
        out_.append(2, static_cast<char>(code::kBoxBegin));
        rowBegin_ = out_.size();
    }

    void endRow() {
        setEmphasis(false, isItalic_, code::kItalicOff);
        setEmphasis(false, isUnderlined_, code::kUnderlineOff);
        if (isTeletext()) out_.append(2, static_cast<char>(code::kBoxEnd));
    }

    unsigned char colorAt(std::size_t at) const {
        return at < colors_.size() ? colors_[at] : kWhite;
    }

    void setEmphasis(bool wanted, bool& is, unsigned char code) {
        if (is == wanted) return;
        is = wanted;
        appendByte(out_, code);
    }

    std::size_t putLetter(std::size_t at) {
        putCodes(at);
        if (plain_[at] == '\n') {
            endRow();
            out_.append(isTeletext() && context_.isDoubleHeight ? 2 : 1,
                        static_cast<char>(code::kNewRow));
            beginRow(at + 1);
            return at + 1;
        }
        if (isTeletext() && colorAt(at) != color_ && changesColor(at)) return at + 1;
        const bool italic = isIn(italics_, nextItalic_, at);
        const bool underlined = isIn(underlines_, nextUnderline_, at);
        setEmphasis(italic, isItalic_, italic ? code::kItalicOn : code::kItalicOff);
        setEmphasis(
            underlined, isUnderlined_, underlined ? code::kUnderlineOn : code::kUnderlineOff);
        return putHeld(at);
    }

    /// A code of colour takes the place of a lone space at `at`, or of the one before; beside more
    /// spaces it would be none. True where it took that at `at`.
    bool changesColor(std::size_t at) {
        color_ = colorAt(at);
        if (plain_[at] == ' ') {
            appendByte(out_, color_);
            return plain_.substr(at + 1, 1) != " ";
        }
        if (out_.size() > rowBegin_ && out_.back() == ' ') out_.back() = static_cast<char>(color_);
        return false;
    }

    std::size_t putHeld(std::size_t at) {
        const CharacterTable& table = *context_.field.table;
        if (table.append(out_, plain_, at)) return at;
        const Decoded decoded = decodeUtf8(plain_, at);
        appendSimpler(out_, decoded.codePoint, table);
        lose(feature::kText,
             LossSeverity::Approximated,
             plain_.substr(at, decoded.length),
             simplerLetters(decoded.codePoint).value_or(""));
        return at + decoded.length;
    }

    /// Codes of a file of the format, which had no counterpart. One of teletext is seen as a space,
    /// so that inside of a word it waits for the word's end.
    void putCodes(std::size_t at) {
        if (context_.document.format != "ebu-stl") return;
        const bool isInWord =
            at > 0 && at < plain_.size() && !isBetweenWords(at - 1) && !isBetweenWords(at);
        if (!isInWord) out_ += std::exchange(waiting_, {});
        for (; nextSpan_ < cue_.text.spans.size() && cue_.text.spans[nextSpan_].begin <= at;
             ++nextSpan_) {
            const Span& span = cue_.text.spans[nextSpan_];
            if (span.kind != SpanKind::Opaque || !span.isPoint()) continue;
            const unsigned char code = codeIn(span.value);
            if (code == 0) continue;
            const bool waits = isInWord && code < ' ';
            appendByte(waits ? waiting_ : out_, code);
            if (waits)
                lose(feature::kOverrides,
                     LossSeverity::Approximated,
                     span.value,
                     fmt::format("{} behind the word", span.value));
        }
    }

    bool isBetweenWords(std::size_t at) const { return plain_[at] == ' ' || plain_[at] == '\n'; }

    bool isOwnCode(const Span& span) const {
        return context_.document.format == "ebu-stl" && span.isPoint() &&
               span.kind == SpanKind::Opaque && codeIn(span.value) != 0;
    }

    void reportSpans() {
        if (!context_.losses) return;
        Cue others = cue_;
        std::erase_if(others.text.spans, [&](const Span& span) { return isOwnCode(span); });
        for (const Span& span : others.text.spans)
            if (span.kind == SpanKind::Color) reportColor(span.value);
        if (isTeletext() && colors_ != wanted()) {
            lose(feature::kColor,
                 LossSeverity::Approximated,
                 "another colour inside of a word",
                 "that of its first letter");
        }
        lines::reportSpans({context_.document, others, "\n", context_.losses, style_},
                           {SpanKind::Italic, SpanKind::Underline, SpanKind::Color});
    }

    /// The colours of letters as they are meant, those of spaces as they are.
    std::vector<unsigned char> wanted() const {
        std::vector<unsigned char> colors = spannedColors(cue_.text, baseColor(style_));
        for (std::size_t at = 0; at < colors.size(); ++at)
            if (plain_[at] == ' ' || plain_[at] == '\n') colors[at] = colors_[at];
        return colors;
    }

    void reportColor(std::string_view value) {
        const unsigned char color = colorOf(value);
        const bool isHeld = isTeletext() || color == kWhite;
        const std::string_view after = isHeld ? teletextColor(color) : "white";
        if (isHeld && teletextColor(color) == value) return;
        lose(feature::kColor, LossSeverity::Approximated, value, after);
    }

    const Cue& cue_;
    const NewFieldContext& context_;
    std::string_view plain_;
    const Style* style_;
    std::vector<EmphasisRange> italics_;
    std::vector<EmphasisRange> underlines_;
    std::vector<unsigned char> colors_;
    std::size_t nextItalic_ = 0;
    std::size_t nextUnderline_ = 0;
    std::size_t nextSpan_ = 0;
    bool isItalic_ = false;
    bool isUnderlined_ = false;
    unsigned char color_ = kWhite;
    std::size_t rowBegin_ = 0;  ///< Where in `out_` the text of the row begins.
    std::string waiting_;       ///< Codes that go behind the word.
    std::string out_;
};

}  // namespace

std::optional<char32_t> unheldIn(std::string_view plain, const CharacterTable& table) {
    std::string bytes;
    for (std::size_t at = 0; at < plain.size();) {
        bytes.clear();
        if (plain[at] == '\n') {
            ++at;
            continue;
        }
        if (table.append(bytes, plain, at)) continue;
        const Decoded decoded = decodeUtf8(plain, at);
        if (!decoded.valid) return kReplacementCharacter;
        if (!isHeldAsSimpler(decoded.codePoint, table)) return decoded.codePoint;
        at += decoded.length;
    }
    return std::nullopt;
}

std::optional<char32_t> appendLetters(std::string& out,
                                      std::string_view plain,
                                      std::size_t begin,
                                      std::size_t end,
                                      const NewFieldContext& context,
                                      CueId cue) {
    if (const auto unheld = unheldIn(plain.substr(begin, end - begin), *context.field.table))
        return unheld;
    const bool isTeletext = context.field.display == Display::Teletext;
    for (std::size_t at = begin; at < end;) {
        if (plain[at] == '\n') {
            if (isTeletext) out.append(2, static_cast<char>(code::kBoxEnd));
            out.append(context.isDoubleHeight ? 2 : 1, static_cast<char>(code::kNewRow));
            if (context.isDoubleHeight) appendByte(out, code::kDoubleHeight);
            if (isTeletext) out.append(2, static_cast<char>(code::kBoxBegin));
            ++at;
            continue;
        }
        if (context.field.table->append(out, plain, at)) continue;
        const Decoded decoded = decodeUtf8(plain, at);
        appendSimpler(out, decoded.codePoint, *context.field.table);
        if (context.losses)
            context.losses->add(feature::kText,
                                LossSeverity::Approximated,
                                cue,
                                plain.substr(at, decoded.length),
                                simplerLetters(decoded.codePoint).value_or(""));
        at += decoded.length;
    }
    return std::nullopt;
}

std::string newField(const Cue& cue, const NewFieldContext& context) {
    return FieldWriter(cue, context).take();
}

bool hasColor(const Style* style, const Cue& cue) {
    if (baseColor(style) != kWhite) return true;
    return std::ranges::any_of(cue.text.spans, [](const Span& span) {
        return span.kind == SpanKind::Color && !span.isPoint() && colorOf(span.value) != kWhite;
    });
}

}  // namespace subs::stl
