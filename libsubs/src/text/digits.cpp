// SPDX-License-Identifier: MIT
#include <subs/text/digits.h>

#include "text/code_points.h"
#include "text/edit_list.h"
#include "text/letter_kinds.h"

#include <algorithm>

namespace subs {
namespace {

constexpr char32_t kKhmerZero = 0x17E0;

bool isNumberMark(char32_t c) {
    return c == '.' || c == ',' || c == ':';
}
/// What holds the parts of an address, a version or a model together.
bool isConnector(char32_t c) {
    constexpr std::u32string_view kConnectors = U".,:;/\\-_@#%&=+?~";
    return kConnectors.find(c) != std::u32string_view::npos;
}

/// How a line is looked upon.
struct Letters {
    bool khmer = false;
    bool other = false;

    void take(char32_t c) {
        khmer = khmer || isKhmerWordPart(c);
        other = other || isOtherLetter(c);
    }
};

/// The marks of a number, as far as they tell what it is.
struct MarkCounts {
    std::size_t colons = 0;
    std::size_t stops = 0;
    std::size_t commas = 0;
    bool isGrouped = true;     ///< Three digits behind every full stop and comma.
    bool endsInThree = false;  ///< The last mark has three digits behind it.
    std::size_t first = 0;     ///< Digits before the first mark.
    bool beginsWithZero = false;
    char32_t last = 0;  ///< The last full stop or comma.
    char32_t firstMark = 0;
};

MarkCounts countsOf(const CodePoints& text, std::size_t begin, std::size_t end) {
    MarkCounts counts;
    counts.beginsWithZero = text[begin] == '0' || text[begin] == kKhmerZero;
    std::size_t digits = 0;
    bool isFirst = true;
    const auto endGroup = [&] {
        if (isFirst)
            counts.first = digits;
        else
            counts.isGrouped = counts.isGrouped && digits == 3;
        counts.endsInThree = digits == 3;
        isFirst = false;
        digits = 0;
    };
    for (std::size_t i = begin; i < end; ++i) {
        const char32_t c = text[i];
        if (!isNumberMark(c)) {
            ++digits;
            continue;
        }
        endGroup();
        counts.colons += c == ':';
        counts.stops += c == '.';
        counts.commas += c == ',';
        if (c != ':') counts.last = c;
        if (counts.firstMark == 0) counts.firstMark = c;
    }
    endGroup();
    return counts;
}

NumberMarks marksOfCounts(const MarkCounts& counts) {
    if (counts.colons > 0 || counts.stops + counts.commas == 0) return NumberMarks::None;
    const auto byDecimal = [](char32_t mark) {
        return mark == '.' ? NumberMarks::English : NumberMarks::Khmer;
    };
    const auto byGroup = [](char32_t mark) {
        return mark == ',' ? NumberMarks::English : NumberMarks::Khmer;
    };
    const bool canGroup = counts.first >= 1 && counts.first <= 3 && !counts.beginsWithZero;
    if (counts.stops + counts.commas == 1)
        return counts.endsInThree && canGroup ? NumberMarks::Unclear : byDecimal(counts.last);
    if (counts.stops == 0 || counts.commas == 0)
        return counts.isGrouped && canGroup ? byGroup(counts.last) : NumberMarks::Unclear;
    // Groups by the one, then decimals behind a single one of the other.
    const std::size_t decimals = counts.last == '.' ? counts.stops : counts.commas;
    const bool isClear = decimals == 1 && counts.firstMark != counts.last && canGroup;
    return isClear ? byDecimal(counts.last) : NumberMarks::Unclear;
}

/// Reads the numbers of a text, piece by piece: a piece is what has no space in it.
class NumberReader {
public:
    explicit NumberReader(std::string_view text) : text_(text) {}

    std::vector<WrittenNumber> read() {
        for (std::size_t i = 0; i < text_.size(); ++i)
            all_.take(text_[i]);
        for (std::size_t begin = 0; begin < text_.size();) {
            const std::size_t end = lineEnd(begin);
            readLine(begin, end);
            begin = end + 1;
        }
        return std::move(numbers_);
    }

private:
    std::size_t lineEnd(std::size_t i) const {
        while (!isLineEnd(text_[i]) || (text_[i] == 0 && i < text_.size()))
            ++i;
        return i;
    }

    void readLine(std::size_t begin, std::size_t end) {
        Letters letters;
        for (std::size_t i = begin; i < end; ++i)
            letters.take(text_[i]);
        const bool isKhmerLine = letters.khmer || (!letters.other && (all_.khmer || !all_.other));
        for (std::size_t i = begin; i < end;) {
            const std::size_t pieceEnd = endOfPiece(i, end);
            if (pieceEnd > i) readPiece(i, pieceEnd, isKhmerLine);
            i = std::max(pieceEnd, i + 1);
        }
    }

    std::size_t endOfPiece(std::size_t i, std::size_t end) const {
        while (i < end && (isDigit(text_[i]) || isConnector(text_[i]) || isOtherLetter(text_[i])))
            ++i;
        return i;
    }

    void readPiece(std::size_t begin, std::size_t end, bool isKhmerLine) {
        bool isName = isBehindWord(begin);
        for (std::size_t i = begin; i < end; ++i)
            isName = isName || isOtherLetter(text_[i]);
        for (std::size_t i = begin; i < end;) {
            if (!isDigit(text_[i])) {
                ++i;
                continue;
            }
            const std::size_t last = endOfNumber(i, end);
            const NumberRole role = isName ? NumberRole::Name : roleOf(i, last);
            add(i, last, isKhmerLine ? role : NumberRole::Foreign);
            i = last;
        }
    }

    /// A space, and a letter of another script before it.
    bool isBehindWord(std::size_t begin) const {
        return begin >= 2 && isSpace(text_[begin - 1]) && isOtherLetter(text_[begin - 2]);
    }

    std::size_t endOfNumber(std::size_t i, std::size_t end) const {
        while (i < end && (isDigit(text_[i]) || (isNumberMark(text_[i]) && isDigit(text_[i + 1]))))
            ++i;
        return i;
    }

    NumberRole roleOf(std::size_t begin, std::size_t end) const {
        const MarkCounts counts = countsOf(text_, begin, end);
        const bool hasFraction = counts.stops + counts.commas > 0;
        if (counts.colons >= 2 || (counts.colons == 1 && hasFraction)) return NumberRole::Timecode;
        const bool isOfParts = counts.stops >= 2 && counts.commas == 0 && !counts.isGrouped;
        return isOfParts ? NumberRole::Name : NumberRole::Running;
    }

    void add(std::size_t begin, std::size_t end, NumberRole role) {
        bool hasKhmer = false;
        bool hasLatin = false;
        for (std::size_t i = begin; i < end; ++i) {
            hasKhmer = hasKhmer || isKhmerDigit(text_[i]);
            hasLatin = hasLatin || isLatinDigit(text_[i]);
        }
        const NumberDigits digits = hasKhmer && hasLatin ? NumberDigits::Mixed
                                    : hasKhmer           ? NumberDigits::Khmer
                                                         : NumberDigits::Latin;
        numbers_.push_back({text_.offset(begin), text_.offset(end), digits, role});
    }

    const CodePoints text_;
    Letters all_;
    std::vector<WrittenNumber> numbers_;
};

std::string inKhmer(std::string_view number) {
    std::string written;
    for (std::size_t at = 0; at < number.size();) {
        const Decoded decoded = decodeUtf8(number, at);
        const char32_t c = decoded.codePoint;
        appendUtf8(written, isLatinDigit(c) ? kKhmerZero + (c - '0') : c);
        at += decoded.length;
    }
    return written;
}

/// Beside U+17D2, which makes no sense behind or before a Latin digit.
bool isOfLunarDate(std::string_view text, const WrittenNumber& number) {
    constexpr std::string_view kCoeng = "\u17D2";
    return text.substr(0, number.begin).ends_with(kCoeng) ||
           text.substr(number.end).starts_with(kCoeng);
}

Normalised withKhmerDigits(std::string_view text) {
    EditList edits(text);
    for (const WrittenNumber& number : numbersIn(text)) {
        if (number.role != NumberRole::Running || isOfLunarDate(text, number)) continue;
        edits.replace(number.begin,
                      number.end,
                      inKhmer(text.substr(number.begin, number.end - number.begin)));
    }
    return edits.taken();
}

/// A run of digits at a time, so that a number stays one.
Normalised withLatinDigits(std::string_view text) {
    EditList edits(text);
    const CodePoints points(text);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const std::size_t begin = i;
        std::string written;
        for (; isKhmerDigit(points[i]); ++i)
            written += static_cast<char>('0' + (points[i] - kKhmerZero));
        if (i > begin) edits.replace(points.offset(begin), points.offset(i), written);
    }
    return edits.taken();
}

}  // namespace

std::vector<WrittenNumber> numbersIn(std::string_view text) {
    return NumberReader(text).read();
}

DigitCounts& DigitCounts::operator+=(const DigitCounts& other) {
    khmer += other.khmer;
    latin += other.latin;
    mixed += other.mixed;
    return *this;
}

DigitCounts digitCounts(std::string_view text) {
    DigitCounts counts;
    for (const WrittenNumber& number : numbersIn(text)) {
        if (number.role != NumberRole::Running) continue;
        counts.khmer += number.digits == NumberDigits::Khmer;
        counts.latin += number.digits == NumberDigits::Latin;
        counts.mixed += number.digits == NumberDigits::Mixed;
    }
    return counts;
}

Normalised withDigits(std::string_view text, DigitSystem system) {
    return system == DigitSystem::Khmer ? withKhmerDigits(text) : withLatinDigits(text);
}

NumberMarks marksOf(std::string_view number) {
    const CodePoints points(number);
    return marksOfCounts(countsOf(points, 0, points.size()));
}

Normalised withNumberMarks(std::string_view text, NumberMarks marks) {
    EditList edits(text);
    const bool isAsked = marks == NumberMarks::English || marks == NumberMarks::Khmer;
    for (const WrittenNumber& number : isAsked ? numbersIn(text) : std::vector<WrittenNumber>()) {
        const std::string_view written = text.substr(number.begin, number.end - number.begin);
        const NumberMarks own = marksOf(written);
        const bool stays = number.role != NumberRole::Running || own == marks ||
                           own == NumberMarks::None || own == NumberMarks::Unclear;
        if (stays) continue;
        for (std::size_t at = 0; at < written.size(); ++at)
            if (written[at] == '.' || written[at] == ',')
                edits.replace(
                    number.begin + at, number.begin + at + 1, written[at] == '.' ? "," : ".");
    }
    return edits.taken();
}

}  // namespace subs
