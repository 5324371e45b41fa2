// SPDX-License-Identifier: MIT
#include "format/xlsx/number_format_parts.h"

#include "text/letter_kinds.h"

#include <algorithm>

namespace subs::xlsx {
namespace {

using Type = FormatPart::Type;

bool beginsWith(std::string_view text, std::string_view word) {
    return text.size() >= word.size() &&
           std::equal(word.begin(), word.end(), text.begin(), [](char a, char b) {
               return a == loweredLatin(b);
           });
}

Type typeOfLetter(char letter) {
    switch (letter) {
        case 'y':
            return Type::Year;
        case 'm':
            return Type::Month;
        case 'd':
            return Type::Day;
        case 'h':
            return Type::Hour;
        default:
            return Type::Second;
    }
}

class Parser {
public:
    explicit Parser(std::string_view code) : code_(code) {}

    std::vector<FormatPart> parts() {
        while (at_ < code_.size() && code_[at_] != ';')
            take();
        findMinutes();
        return std::move(parts_);
    }

private:
    void add(Type type, std::size_t count = 1, std::string_view text = {}) {
        parts_.push_back({type, count, std::string(text)});
    }

    void take() {
        const char letter = loweredLatin(code_[at_]);
        const std::string_view rest = code_.substr(at_);
        if (letter == '\\') return takeLiteral(1, 1);
        if (letter == '"') return takeLiteral(1, rest.find('"', 1) - 1);
        if (letter == '[') return takeBracket();
        if (letter == '_' || letter == '*') return takeOther(2);
        if (beginsWith(rest, "am/pm")) return takeHalf(5);
        if (beginsWith(rest, "a/p")) return takeHalf(3);
        if (std::string_view("ymdhs").find(letter) != std::string_view::npos)
            return takeRun(letter);
        if (rest.starts_with(".0") && isBehindSeconds()) return takeFraction();
        if (std::string_view("0#?,.%").find(letter) != std::string_view::npos) {
            add(Type::Digit, 1, rest.substr(0, 1));
        } else if (letter == '@') {
            add(Type::Text);
        } else if (letter >= 'a' && letter <= 'z') {
            add(Type::Other);
        } else {
            add(Type::Literal, 1, rest.substr(0, 1));
        }
        ++at_;
    }

    /// So many letters behind `skipped` ones; a quote that nothing closes goes up to the end.
    void takeLiteral(std::size_t skipped, std::size_t size) {
        const std::size_t begin = std::min(at_ + skipped, code_.size());
        const std::string_view text = code_.substr(begin, size);
        add(Type::Literal, 1, text);
        const bool isQuoted = code_[at_] == '"';
        at_ = std::min(begin + text.size() + (isQuoted ? 1 : 0), code_.size());
    }

    void takeOther(std::size_t size) {
        add(Type::Other);
        at_ = std::min(at_ + size, code_.size());
    }

    void takeHalf(std::size_t size) {
        add(Type::Half, 1, code_.substr(at_, size));
        at_ += size;
    }

    void takeRun(char letter) {
        const std::size_t begin = at_;
        while (at_ < code_.size() && loweredLatin(code_[at_]) == letter)
            ++at_;
        add(typeOfLetter(letter), at_ - begin);
    }

    bool isBehindSeconds() const {
        return !parts_.empty() &&
               (parts_.back().type == Type::Second || parts_.back().type == Type::ElapsedSeconds);
    }

    void takeFraction() {
        const std::size_t begin = ++at_;
        while (at_ < code_.size() && code_[at_] == '0')
            ++at_;
        add(Type::Fraction, at_ - begin);
    }

    /// "[h]", a colour, a condition, or a currency and a language as in "[$€-407]".
    void takeBracket() {
        const std::size_t close = code_.find(']', at_);
        const std::string_view inside =
            code_.substr(at_ + 1, std::min(close, code_.size()) - at_ - 1);
        at_ = close == code_.npos ? code_.size() : close + 1;
        if (close == code_.npos || inside.empty()) return add(Type::Other);
        const char letter = loweredLatin(inside[0]);
        const bool isRun =
            std::ranges::all_of(inside, [&](char c) { return loweredLatin(c) == letter; });
        if (isRun && letter == 'h') return add(Type::ElapsedHours, inside.size());
        if (isRun && letter == 'm') return add(Type::ElapsedMinutes, inside.size());
        if (isRun && letter == 's') return add(Type::ElapsedSeconds, inside.size());
        if (letter == '$') return takeLocale(inside.substr(1));
        // Colours have letters alone, or are "Color12".
        const bool isColor = letter >= 'a' && letter <= 'z';
        if (!isColor) add(Type::Other);
    }

    void takeLocale(std::string_view inside) {
        const std::size_t dash = std::min(inside.find('-'), inside.size());
        if (dash > 0) add(Type::Literal, 1, inside.substr(0, dash));
        const std::string_view language = inside.substr(std::min(dash + 1, inside.size()));
        // The United States and the United Kingdom ([MS-LCID]); F800 and F400 are the computer's.
        if (language == "409" || language == "809")
            add(Type::English);
        else if (language == "F800" || language == "F400")
            add(Type::Other);
    }

    /// "m" behind hours or before seconds are minutes.
    void findMinutes() {
        const auto isTime = [](const FormatPart& part) {
            return part.isOfDate() || part.isOfClock() || part.isElapsed();
        };
        const FormatPart* before = nullptr;
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            FormatPart& part = parts_[i];
            if (!isTime(part)) continue;
            if (part.type == Type::Month && part.count <= 2) {
                const auto next = std::find_if(
                    parts_.begin() + static_cast<std::ptrdiff_t>(i) + 1, parts_.end(), isTime);
                const bool isBefore = next != parts_.end() && (next->type == Type::Second ||
                                                               next->type == Type::ElapsedSeconds);
                const bool isBehind = before != nullptr && (before->type == Type::Hour ||
                                                            before->type == Type::ElapsedHours);
                if (isBefore || isBehind) part.type = Type::Minute;
            }
            before = &part;
        }
    }

    std::string_view code_;
    std::size_t at_ = 0;
    std::vector<FormatPart> parts_;
};

}  // namespace

std::vector<FormatPart> partsOfFormat(std::string_view code) {
    return Parser(code).parts();
}

}  // namespace subs::xlsx
