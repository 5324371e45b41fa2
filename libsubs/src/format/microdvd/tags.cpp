// SPDX-License-Identifier: MIT
#include "format/microdvd/tags.h"

#include <subs/format/features.h>

#include "format/lines/line_looks.h"
#include "format/style_color.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

namespace subs::microdvd {
namespace {

using namespace lines;

constexpr std::string_view kBar = "|";

struct Flag {
    char letter;
    SpanKind kind;
};
constexpr std::array<Flag, 4> kFlags{{{'b', SpanKind::Bold},
                                      {'i', SpanKind::Italic},
                                      {'u', SpanKind::Underline},
                                      {'s', SpanKind::Strike}}};

/// "{c:$0000ff}"
struct Tag {
    char letter = 0;  ///< Lower case.
    bool holdsOn = false;
    std::string_view value;
    std::string_view whole;
};

bool isLetter(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
}

char lower(char letter) {
    return static_cast<char>(letter | 0x20);
}

std::optional<Tag> tagAt(std::string_view line) {
    if (line.size() < 4 || line[0] != '{' || !isLetter(line[1]) || line[2] != ':')
        return std::nullopt;
    const std::size_t end = line.find('}');
    if (end == line.npos) return std::nullopt;
    return Tag{lower(line[1]),
               line[1] != lower(line[1]),
               line.substr(3, end - 3),
               line.substr(0, end + 1)};
}

bool isHex(char letter) {
    return (letter >= '0' && letter <= '9') || (lower(letter) >= 'a' && lower(letter) <= 'f');
}

/// "#RRGGBB" of "$BBGGRR"; empty where it is none.
std::string colorOf(std::string_view value) {
    constexpr std::size_t kDigits = 6;
    if (!value.starts_with('$')) return {};
    value.remove_prefix(1);
    if (value.size() != kDigits || !std::ranges::all_of(value, isHex)) return {};
    std::string color = "#";
    for (const std::size_t at : {4U, 2U, 0U})
        for (const char digit : value.substr(at, 2))
            color += digit >= 'a' && digit <= 'f' ? static_cast<char>(digit - 0x20) : digit;
    return color;
}

/// "$BBGGRR" of "#RRGGBB" or "#RRGGBBAA".
std::string spelledColor(std::string_view color) {
    if (color.size() < 7) return {};
    return "$" + std::string(color.substr(5, 2)) + std::string(color.substr(3, 2)) +
           std::string(color.substr(1, 2));
}

/// Makes a text of lines with tags.
class TextMaker {
public:
    CueText run(std::string_view body) {
        for (const std::string_view line : brokenAt(body, kBar)) {
            if (line.data() != body.data()) text_.plain += '\n';
            takeLine(line);
        }
        for (const std::size_t index : openOn_)
            text_.spans[index].end = here();
        return std::move(text_);
    }

private:
    std::uint32_t here() const { return static_cast<std::uint32_t>(text_.plain.size()); }

    void takeLine(std::string_view line) {
        const std::size_t first = text_.spans.size();
        ofLine_.clear();
        if (line.starts_with('/')) {
            open(SpanKind::Italic, {}, false);
            line.remove_prefix(1);
        }
        while (const auto tag = tagAt(line)) {
            take(*tag);
            line.remove_prefix(tag->whole.size());
        }
        text_.plain += line;
        for (const std::size_t index : ofLine_)
            if (index >= first) text_.spans[index].end = here();
    }

    void take(const Tag& tag) {
        if (tag.letter == 'y' && isKnownFlags(tag.value)) {
            for (const Flag& flag : kFlags)
                if (tag.value.find(flag.letter) != tag.value.npos ||
                    tag.value.find(static_cast<char>(flag.letter - 0x20)) != tag.value.npos)
                    open(flag.kind, {}, tag.holdsOn);
            return;
        }
        const std::string color = tag.letter == 'c' ? colorOf(tag.value) : std::string();
        if (!color.empty()) return open(SpanKind::Color, color, tag.holdsOn);
        if (tag.letter == 'f' && !tag.value.empty())
            return open(SpanKind::Font, std::string(tag.value), tag.holdsOn);
        text_.spans.push_back({SpanKind::Opaque, here(), here(), std::string(tag.whole)});
    }

    /// Letters of looks, parted by commas or not; with others the tag is not understood.
    static bool isKnownFlags(std::string_view value) {
        return !value.empty() && std::ranges::all_of(value, [](char letter) {
            return letter == ',' || letter == ' ' ||
                   std::ranges::find(kFlags, lower(letter), &Flag::letter) != kFlags.end();
        });
    }

    /// Of tags that hold on, the next of its kind ends the one before.
    void open(SpanKind kind, std::string value, bool holdsOn) {
        const std::uint32_t begin = here();
        if (holdsOn) {
            std::erase_if(openOn_, [&](std::size_t index) {
                if (text_.spans[index].kind != kind) return false;
                text_.spans[index].end = begin;
                return true;
            });
        }
        (holdsOn ? openOn_ : ofLine_).push_back(text_.spans.size());
        text_.spans.push_back({kind, begin, begin, std::move(value)});
    }

    CueText text_;
    std::vector<std::size_t> openOn_;
    std::vector<std::size_t> ofLine_;
};

/// What lines look like, and how that is spelt before them.
class Prefixes {
public:
    explicit Prefixes(const BodyContext& context)
        : context_(context), lines_(linesOf(context.cue.text.plain)), all_(lines_.size()) {
        addOpaque();
        addFlags();
        addValues(SpanKind::Color, feature::kColor, 'c', spelledColor);
        addValues(SpanKind::Font, feature::kFont, 'f', [](std::string_view font) {
            return std::string(font);
        });
    }

    const std::vector<TextLine>& lines() const { return lines_; }
    std::string_view of(std::size_t line) const { return all_[line]; }

private:
    bool isEmpty(std::size_t line) const { return lines_[line].begin == lines_[line].end; }

    /// True where more than one line with words has what `has` says, and none has not.
    template <class Has>
    bool isOfAll(Has has) const {
        int count = 0;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (isEmpty(i)) continue;
            if (!has(i)) return false;
            ++count;
        }
        return count > 1;
    }

    void addOpaque() {
        const bool isOwn = context_.document.format == "microdvd";
        for (const Span& span : context_.cue.text.spans) {
            if (span.kind != SpanKind::Opaque || !span.isPoint() || !isOwn) continue;
            const auto line = std::ranges::lower_bound(lines_, span.begin, {}, &TextLine::end);
            const auto index = static_cast<std::size_t>(line - lines_.begin());
            all_[std::min(index, lines_.size() - 1)] += span.value;
        }
    }

    void addFlags() {
        std::array<std::vector<bool>, kFlags.size()> looks;
        std::string ofAll;
        for (std::size_t flag = 0; flag < kFlags.size(); ++flag) {
            looks[flag] = emphasisedLines(context_, kFlags[flag].kind);
            if (!isOfAll([&](std::size_t i) { return looks[flag][i]; })) continue;
            ofAll += kFlags[flag].letter;
            looks[flag].assign(lines_.size(), false);
        }
        putFlags(0, 'Y', ofAll);
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            std::string ofLine;
            for (std::size_t flag = 0; flag < kFlags.size(); ++flag)
                if (looks[flag][i]) ofLine += kFlags[flag].letter;
            putFlags(i, 'y', ofLine);
        }
    }

    void putFlags(std::size_t line, char letter, std::string_view flags) {
        if (flags.empty()) return;
        all_[line].append("{").append(1, letter).append(":");
        for (const char flag : flags)
            all_[line].append(flag == flags.front() ? "" : ",").append(1, flag);
        all_[line] += '}';
    }

    template <class Spelled>
    void addValues(SpanKind kind, std::string_view feature, char letter, Spelled spelled) {
        std::vector<std::string> values = valuesOfLines(context_, kind, feature);
        if (kind == SpanKind::Color && isColored(context_.style))
            for (std::size_t i = 0; i < values.size(); ++i)
                if (values[i].empty() && !isEmpty(i)) values[i] = hexText(context_.style->primary);
        const auto first =
            std::ranges::find_if(values, [](const auto& value) { return !value.empty(); });
        if (first == values.end()) return;
        const bool isAll = isOfAll([&](std::size_t i) { return values[i] == *first; });
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (isAll ? i != 0 : values[i].empty()) continue;
            const char sign = isAll ? static_cast<char>(letter - 0x20) : letter;
            const std::string value = spelled(isAll ? *first : values[i]);
            if (value.empty() || value.find_first_of("|}") != value.npos) {
                context_.lose(feature, LossSeverity::Dropped, values[i]);
                continue;
            }
            all_[i].append("{").append(1, sign).append(":").append(value).append("}");
        }
    }

    const BodyContext& context_;
    std::vector<TextLine> lines_;
    std::vector<std::string> all_;
};

}  // namespace

CueText textOf(std::string_view body) {
    return TextMaker().run(body);
}

void appendBody(std::string& out, const BodyContext& context) {
    const std::string_view plain = context.cue.text.plain;
    const Prefixes prefixes(context);
    for (std::size_t i = 0; i < prefixes.lines().size(); ++i) {
        const TextLine& part = prefixes.lines()[i];
        const std::string_view line = plain.substr(part.begin, part.end - part.begin);
        if (i > 0) out += kBar;
        out += prefixes.of(i);
        if (line.starts_with('/') || tagAt(line)) appendJoiner(out, line, context);
        appendLine(out, line, kBar, context);
    }
    const bool isOwn = context.document.format == "microdvd";
    reportSpans(context,
                {SpanKind::Bold,
                 SpanKind::Italic,
                 SpanKind::Underline,
                 SpanKind::Strike,
                 SpanKind::Color,
                 SpanKind::Font,
                 isOwn ? SpanKind::Opaque : SpanKind::Font});
}

}  // namespace subs::microdvd
