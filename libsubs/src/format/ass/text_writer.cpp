// SPDX-License-Identifier: MIT
#include "format/ass/text_writer.h"

#include "format/ass/ascii.h"
#include "format/ass/text_escape.h"
#include "format/ass/text_scanner.h"
#include "format/ass/values.h"
#include "format/font_sizes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace subs::ass {
namespace {

constexpr std::size_t kTyped = static_cast<std::size_t>(SpanKind::FontSize) + 1;
constexpr std::size_t indexOf(SpanKind kind) {
    return static_cast<std::size_t>(kind);
}
constexpr bool isTyped(SpanKind kind) {
    return kind <= SpanKind::FontSize;
}

bool isReset(const Span& span) {
    return span.kind == SpanKind::Opaque && span.value.substr(0, 2) == "\\r";
}

/// What ends a line for some player: libass and others stop at a NUL.
constexpr std::string_view kLineEnds("\r\n\0", 3);

/// Writes one text: walks over the places where spans begin or end, and keeps track of what the
/// tags so far mean.
class TextWriter {
public:
    TextWriter(std::string& out, const CueText& text, const TextTarget& target)
        : out_(out), text_(text), target_(target) {}

    TextLosses write(std::optional<Alignment> alignment) {
        if (alignment) tag("\\an" + std::to_string(static_cast<int>(*alignment)));
        std::size_t at = 0;
        for (const std::size_t edge : edges()) {
            plain(at, edge);
            at = std::max(at, edge);
            spansAt(edge);
            if (skipTo_ > at) at = skipTo_;
        }
        plain(at, text_.plain.size());
        closeBlock();
        return losses_;
    }

private:
    std::size_t held(std::uint32_t at) const {
        return std::min<std::size_t>(at, text_.plain.size());
    }

    /// Where something begins or ends, ascending, each place once.
    std::vector<std::size_t> edges() const {
        std::vector<std::size_t> result;
        result.reserve(text_.spans.size() * 2);
        for (const Span& span : text_.spans) {
            result.push_back(held(span.begin));
            if (isTyped(span.kind)) result.push_back(held(span.end));
        }
        std::sort(result.begin(), result.end());
        result.erase(std::unique(result.begin(), result.end()), result.end());
        return result;
    }

    void plain(std::size_t begin, std::size_t end) {
        if (begin >= end) return;
        if (drawing_) endDrawing();
        closeBlock();
        const Escapes escapes = appendEscaped(out_, text_.plain, begin, end);
        losses_.backslashes += escapes.backslashes;
        losses_.nuls += escapes.nuls;
    }

    /// The text of a tag, into the open block or a new one. A backslash before the brace would
    /// escape it.
    void tag(std::string_view words) {
        if (!inBlock_) openBlock();
        out_ += words;
        const bool unclosed = std::count(words.begin(), words.end(), '(') >
                              std::count(words.begin(), words.end(), ')');
        if (unclosed) closeBlock();
    }

    void openBlock() {
        partFromBackslash();
        out_ += '{';
        inBlock_ = true;
    }

    void partFromBackslash() {
        if (out_.empty() || out_.back() != '\\') return;
        out_ += kZeroWidthSpace;
        ++losses_.backslashes;
    }

    void closeBlock() {
        if (inBlock_) out_ += '}';
        inBlock_ = false;
    }

    /// Something with its own braces.
    void block(std::string_view words) {
        closeBlock();
        partFromBackslash();
        out_ += words;
    }

    void spansAt(std::size_t edge) {
        for (auto& stack : stacks_)
            dropEnded(stack, edge);
        const std::size_t first = next_;
        std::array<bool, kTyped> begins{};
        bool resets = false;
        std::size_t last = first;
        for (; last < text_.spans.size() && held(text_.spans[last].begin) == edge; ++last) {
            const Span& span = text_.spans[last];
            if (isTyped(span.kind) && isWritable(span)) begins[indexOf(span.kind)] = true;
            resets = resets || isReset(span);
        }
        next_ = last;
        for (std::size_t kind = 0; kind < kTyped && !resets; ++kind) {
            if (!begins[kind]) sync(static_cast<SpanKind>(kind));
        }
        for (std::size_t i = first; i < last; ++i)
            put(i, edge, last);
        for (std::size_t kind = 0; kind < kTyped; ++kind)
            sync(static_cast<SpanKind>(kind));
    }

    void dropEnded(std::vector<std::size_t>& stack, std::size_t edge) const {
        while (!stack.empty() && held(text_.spans[stack.back()].end) <= edge)
            stack.pop_back();
    }

    void put(std::size_t index, std::size_t edge, std::size_t last) {
        const Span& span = text_.spans[index];
        switch (span.kind) {
            case SpanKind::Karaoke:
                return tag(span.value);
            case SpanKind::Comment:
                return putBlock(span.value);
            case SpanKind::Drawing:
                return putDrawing(span.value);
            case SpanKind::Opaque:
                return putOpaque(span);
            default:
                break;
        }
        if (!isTyped(span.kind)) return;  // Taken out before, see format/lowering.h.
        if (!isWritable(span)) return lose(losses_.values, losses_.firstValue, span.value);
        if (held(span.end) <= edge) return;
        stacks_[indexOf(span.kind)].push_back(index);
        const auto same = [&span](const Span& other) { return other.kind == span.kind; };
        const auto rest = text_.spans.begin() + static_cast<std::ptrdiff_t>(index) + 1;
        const auto end =
            text_.spans.begin() + static_cast<std::ptrdiff_t>(std::min(last, index + 9));
        if (rest >= end || std::none_of(rest, end, same)) sync(span.kind);
    }

    static void lose(std::uint32_t& count, std::string_view& first, std::string_view what) {
        if (count++ == 0) first = what;
    }

    void putBlock(std::string_view words) {
        const bool own =
            words.size() >= 2 && words.front() == '{' && words.find('}') == words.size() - 1;
        if (own && isOneLine(words)) return block(words);
        lose(losses_.markup, losses_.firstMarkup, words);
    }

    void putDrawing(std::string_view words) {
        const bool own = words.substr(0, 3) == "{\\p" && isOneLine(words);
        if (!own) return lose(losses_.markup, losses_.firstMarkup, words);
        block(words);
        drawing_ = !endsDrawing(words);
        openBrace_ = words.rfind('{') > words.rfind('}') || words.rfind('}') == words.npos;
    }

    /// A brace that is open in the drawing would swallow the tag, so it is closed first.
    void endDrawing() {
        if (!inBlock_ && openBrace_) out_ += '}';
        tag("\\p0");
        drawing_ = false;
    }

    /// False of a drawing that goes on to the end of the text: what came behind it would be drawn.
    static bool endsDrawing(std::string_view words) {
        const std::string probe = std::string(words) + "x";
        TextScanner scanner(probe);
        bool shown = false;
        for (Token token; scanner.next(token);)
            shown = isShown(token.kind);
        return shown;
    }

    static bool isOneLine(std::string_view words) {
        return words.find_first_of(kLineEnds) == std::string_view::npos;
    }

    void putOpaque(const Span& span) {
        const std::string_view words = span.value;
        const bool own = !words.empty() && words.front() == '\\' &&
                         words.find_first_of("{}") == std::string_view::npos && isOneLine(words);
        if (!own) return lose(losses_.markup, losses_.firstMarkup, words);
        if (!span.isPoint()) {
            closeBlock();
            partFromBackslash();
            out_ += words;
            skipTo_ = held(span.end);
            return;
        }
        tag(words);
        if (isReset(span)) state_.fill(std::string_view());
        if (isReset(span)) isSet_.fill(false);
    }

    /// Makes the tags so far mean what the innermost span of `kind` says.
    void sync(SpanKind kind) {
        const std::size_t i = indexOf(kind);
        const bool wanted = !stacks_[i].empty();
        const std::string_view value =
            wanted ? std::string_view(text_.spans[stacks_[i].back()].value) : std::string_view();
        if (wanted == isSet_[i] && value == state_[i]) return;
        if (wanted) {
            set(kind, value);
        } else {
            end(kind);
        }
        isSet_[i] = wanted;
        state_[i] = value;
    }

    static std::string_view letterOf(SpanKind kind) {
        constexpr std::string_view kLetters[] = {"\\b", "\\i", "\\u", "\\s"};
        return kLetters[indexOf(kind)];
    }

    void set(SpanKind kind, std::string_view value) {
        switch (kind) {
            case SpanKind::Color:
                return setColor(value);
            case SpanKind::Font:
                return tag("\\fn" + std::string(value));
            case SpanKind::FontSize:
                return setSize(value);
            default:
                break;
        }
        const std::string letter(letterOf(kind));
        if (value == "0") return tag(isSet_[indexOf(kind)] ? letter + letter + "0" : letter + "0");
        tag(letter + (value.empty() ? "1" : std::string(value)));
    }

    void setColor(std::string_view value) {
        const auto color = parseSpanColor(value);
        if (!color) return;
        std::string words = "\\c&H";
        appendTagColor(words, *color);
        if (color->alpha != 255) appendTagAlpha(words, *color);
        tag(words);
    }

    void setSize(std::string_view value) {
        if (target_.canvasHeight) return tag("\\fs" + std::string(value));
        lose(losses_.sizes, losses_.firstSize, value);
        std::string words = "\\fs";
        appendDecimal(words, sizeWithoutCanvas(leadingDecimal(value).value));
        tag(words);
    }

    double sizeWithoutCanvas(double size) const {
        const double scaled = sizeOnCanvas(size, target_.styleFontSize);
        return std::round(std::min(scaled, 10'000.0) * 10) / 10;
    }

    void end(SpanKind kind) {
        const std::string_view old = state_[indexOf(kind)];
        switch (kind) {
            case SpanKind::Color:
                return tag(old.size() == 9 ? "\\c\\1a" : "\\c");
            case SpanKind::Font:
                return tag("\\fn");
            case SpanKind::FontSize:
                return tag("\\fs");
            default:
                break;
        }
        const bool toStyle = old == "0" || (kind == SpanKind::Bold && target_.styleIsBold);
        tag(std::string(letterOf(kind)) + (toStyle ? "" : "0"));
    }

    static bool isWritable(const Span& span) {
        switch (span.kind) {
            case SpanKind::Color:
                return parseSpanColor(span.value).has_value();
            case SpanKind::Font:
                return !span.value.empty() &&
                       span.value.find_first_of("\\{}") == std::string::npos &&
                       isOneLine(span.value);
            case SpanKind::FontSize:
                return leadingDecimal(span.value).length == span.value.size() &&
                       leadingDecimal(span.value).value > 0;
            case SpanKind::Bold:
                return span.value.empty() || span.value == "0" || isWeight(span.value);
            default:
                return span.value.empty() || span.value == "0";
        }
    }

    static bool isWeight(std::string_view value) {
        const Integer number = leadingInteger(value);
        return number.length == value.size() && number.value >= 100;
    }

    std::string& out_;
    const CueText& text_;
    const TextTarget& target_;
    TextLosses losses_;
    bool inBlock_ = false;
    bool drawing_ = false;    ///< What is written now would be drawn.
    bool openBrace_ = false;  ///< In the drawing.
    std::size_t next_ = 0;    ///< The first span not yet begun.
    std::size_t skipTo_ = 0;  ///< Where the characters of an opaque range end.
    std::array<std::vector<std::size_t>, kTyped>
        stacks_;  ///< Spans that cover this place; the last one counts.
    std::array<std::string_view, kTyped> state_{};  ///< What the tags so far mean.
    std::array<bool, kTyped> isSet_{};
};

}  // namespace

TextLosses appendText(std::string& out,
                      const CueText& text,
                      std::optional<Alignment> alignment,
                      const TextTarget& target) {
    if (!text.spans.empty()) return TextWriter(out, text, target).write(alignment);
    if (alignment) {
        out += "{\\an";
        out += static_cast<char>('0' + static_cast<int>(*alignment));
        out += '}';
    }
    TextLosses losses;
    const Escapes escapes = appendEscaped(out, text.plain, 0, text.plain.size());
    losses.backslashes = escapes.backslashes;
    losses.nuls = escapes.nuls;
    return losses;
}

}  // namespace subs::ass
