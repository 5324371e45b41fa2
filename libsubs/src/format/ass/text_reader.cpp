// SPDX-License-Identifier: MIT
#include "format/ass/text_reader.h"

#include "base/scan.h"
#include "format/ass/ascii.h"
#include "format/ass/tags.h"
#include "format/ass/text_escape.h"
#include "format/ass/text_scanner.h"
#include "format/ass/values.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace subs::ass {
namespace {

constexpr std::size_t kClosed = static_cast<std::size_t>(-1);

/// Turns tokens into text and spans. Tags switch something on until the next tag of their kind.
class TextBuilder {
public:
    TextBuilder(std::string_view field, SoftBreak soft, CueText& text)
        : field_(field), soft_(soft), text_(text) {
        open_.fill(kClosed);
    }

    void take(const Token& token) {
        const std::string_view raw = field_.substr(token.begin, token.end - token.begin);
        switch (token.kind) {
            case TokenKind::Characters:
                text_.plain += raw;
                break;
            case TokenKind::LineBreak:
                text_.plain += '\n';
                break;
            case TokenKind::SoftBreak:
                takeSoftBreak();
                break;
            case TokenKind::HardSpace:
                text_.plain += kNoBreakSpace;
                break;
            case TokenKind::Brace:
                text_.plain += raw.back();
                break;
            case TokenKind::Comment:
                point(SpanKind::Comment, braced(raw, token));
                break;
            case TokenKind::Drawing:
                point(SpanKind::Drawing, braced(raw, token));
                break;
            case TokenKind::Tag:
                takeTag(raw, token);
                break;
        }
    }

    TextRead finish() {
        closeAll();
        const auto isEmptyRange = [](const Span& s) {
            return s.isPoint() && s.kind <= SpanKind::FontSize;
        };
        text_.spans.erase(std::remove_if(text_.spans.begin(), text_.spans.end(), isEmptyRange),
                          text_.spans.end());
        return read_;
    }

private:
    std::uint32_t here() const { return static_cast<std::uint32_t>(text_.plain.size()); }

    void point(SpanKind kind, std::string value) {
        text_.spans.push_back({kind, here(), here(), std::move(value)});
    }

    /// `raw` with the braces that belong to it but stand further away.
    static std::string braced(std::string_view raw, const Token& token) {
        std::string value(token.opensInBlock ? "{" : "");
        value += raw;
        if (token.closesInBlock) value += '}';
        return value;
    }

    void takeSoftBreak() {
        const std::uint32_t begin = here();
        text_.plain += soft_ == SoftBreak::LineBreak ? '\n' : ' ';
        text_.spans.push_back({SpanKind::Opaque, begin, here(), "\\n"});
    }

    void takeTag(std::string_view raw, const Token& token) {
        const Tag tag = readTag(raw.substr(1));
        switch (tag.kind) {
            case TagKind::Bold:
                setSwitch(SpanKind::Bold, tag.argument);
                break;
            case TagKind::Italic:
                setSwitch(SpanKind::Italic, tag.argument);
                break;
            case TagKind::Underline:
                setSwitch(SpanKind::Underline, tag.argument);
                break;
            case TagKind::Strike:
                setSwitch(SpanKind::Strike, tag.argument);
                break;
            case TagKind::Color:
                setColor(tag.argument);
                break;
            case TagKind::Font:
                set(SpanKind::Font, tag.argument);
                break;
            case TagKind::FontSize:
                setSize(tag.argument);
                break;
            case TagKind::Alignment:
            case TagKind::LegacyAlignment:
                return takeAlignment(tag, raw, token);
            case TagKind::Karaoke:
                point(SpanKind::Karaoke, "\\" + std::string(tag.argument));
                break;
            case TagKind::Reset:
                closeAll();
                return point(SpanKind::Opaque, std::string(raw));
            case TagKind::WrapStyle:
                takeWrapStyle(tag.argument);
                return point(SpanKind::Opaque, std::string(raw));
            case TagKind::Other:
                return point(SpanKind::Opaque, std::string(raw));
        }
        takeTail(tag.tail);
    }

    /// Without the backslashes that are inside of the tag's parentheses: in a block of its own each
    /// would begin a tag.
    void takeTail(std::string_view tail) {
        if (tail.empty()) return;
        std::string words(tail);
        std::erase(words, '\\');
        point(SpanKind::Comment, "{" + words + "}");
    }

    /// An empty value is back to the style's.
    void set(SpanKind kind, std::string_view value) {
        std::size_t& open = open_[static_cast<std::size_t>(kind)];
        if (open != kClosed && text_.spans[open].value == value) return;
        close(open);
        if (!value.empty()) begin(kind, std::string(value));
    }

    void begin(SpanKind kind, std::string value) {
        open_[static_cast<std::size_t>(kind)] = text_.spans.size();
        point(kind, std::move(value));
    }

    void close(std::size_t& open) {
        if (open != kClosed) text_.spans[open].end = here();
        open = kClosed;
    }

    void closeAll() {
        for (std::size_t& open : open_)
            close(open);
    }

    /// On, a weight, off, or back to the style's. Off behind on ends it; off alone stands against
    /// the style.
    void setSwitch(SpanKind kind, std::string_view argument) {
        std::size_t& open = open_[static_cast<std::size_t>(kind)];
        const std::int64_t number = leadingInteger(argument).value;
        const bool isWeight = kind == SpanKind::Bold && number >= 100;
        const bool reset = argument.empty() || (number != 0 && number != 1 && !isWeight);
        std::string value = number == 1 ? std::string() : std::string(argument);
        if (number == 0) value = "0";
        const bool isOpen = open != kClosed;
        if (isOpen && !reset && text_.spans[open].value == value) return;
        close(open);
        if (reset || (number == 0 && isOpen)) return;
        begin(kind, std::move(value));
    }

    void setColor(std::string_view argument) {
        const auto color = parseTagColor(argument);
        set(SpanKind::Color, color ? spanColor(*color) : std::string());
    }

    void setSize(std::string_view argument) {
        set(SpanKind::FontSize, leadingDecimal(argument).value > 0 ? argument : std::string_view());
    }

    void takeAlignment(const Tag& tag, std::string_view raw, const Token& token) {
        const std::int64_t number = leadingInteger(tag.argument).value;
        const auto alignment =
            tag.kind == TagKind::Alignment ? alignmentOfPad(number) : alignmentOfSsa(number);
        if (!alignment || read_.alignment) return point(SpanKind::Opaque, std::string(raw));
        read_.alignment = alignment;
        read_.alignmentBegin = token.begin;
        read_.alignmentEnd = token.end;
        takeTail(tag.tail);
    }

    void takeWrapStyle(std::string_view argument) {
        const Integer number = leadingInteger(argument);
        if (number.length == 0 || number.value < 0 || number.value > 3) return;
        soft_ = number.value == 2 ? SoftBreak::LineBreak : SoftBreak::Space;
    }

    std::string_view field_;
    SoftBreak soft_;
    CueText& text_;
    TextRead read_;
    std::array<std::size_t, static_cast<std::size_t>(SpanKind::FontSize) + 1> open_{};
};

/// Reads a text that is characters and line breaks, as most are; false, with something in `plain`,
/// where there is more in it.
bool readPlain(std::string_view field, std::string& plain) {
    std::size_t sign = findAny<'{', '\\'>(field);
    plain.assign(field, 0, sign);
    while (sign < field.size()) {
        if (field.substr(sign, 2) != "\\N") return false;
        plain += '\n';
        const std::size_t begin = sign + 2;
        sign = findAny<'{', '\\'>(field, begin);
        plain.append(field, begin, sign - begin);
    }
    return true;
}

}  // namespace

TextRead readText(std::string_view field, SoftBreak soft, CueText& text) {
    text.spans.clear();
    if (readPlain(field, text.plain)) return {};
    text.plain.clear();
    text.plain.reserve(field.size());
    TextBuilder builder(field, soft, text);
    TextScanner scanner(field);
    for (Token token; scanner.next(token);)
        builder.take(token);
    TextRead read = builder.finish();
    read.unclosedBrace = scanner.sawUnclosedBrace();
    return read;
}

}  // namespace subs::ass
