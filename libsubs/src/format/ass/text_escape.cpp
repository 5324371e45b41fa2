// SPDX-License-Identifier: MIT
#include "format/ass/text_escape.h"

#include "base/scan.h"

namespace subs::ass {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// True where `\` and `next` together mean something. (Before an escaped brace it does not: `\\{`.)
constexpr bool joinsBackslash(char next) {
    return next == 'N' || next == 'n' || next == 'h' || next == '}';
}

void appendHex(std::string& out, std::uint8_t byte) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15];
}

/// Appends the special character at `at` and answers how many bytes of `plain` it took.
std::size_t appendSpecial(std::string& out,
                          std::string_view plain,
                          std::size_t at,
                          Escapes& escapes) {
    const bool hasNext = at + 1 < plain.size();
    switch (plain[at]) {
        case '{':
            out += "\\{";
            return 1;
        case '\n':
            out += "\\N";
            return 1;
        case '\r':
            out += "\\N";
            return hasNext && plain[at + 1] == '\n' ? 2 : 1;
        case '\\':
            out += '\\';
            if (hasNext && joinsBackslash(plain[at + 1])) {
                out += kZeroWidthSpace;
                ++escapes.backslashes;
            }
            return 1;
        case '\0':
            out += kReplacement;
            ++escapes.nuls;
            return 1;
        default:
            break;
    }
    const bool noBreak = plain.substr(at, 2) == kNoBreakSpace;
    out += noBreak ? std::string_view("\\h") : plain.substr(at, 1);
    return noBreak ? 2 : 1;
}

}  // namespace

Escapes appendEscaped(std::string& out,
                      std::string_view plain,
                      std::size_t begin,
                      std::size_t end) {
    Escapes escapes;
    for (std::size_t at = begin; at < end;) {
        const std::size_t run = findAny<'\\', '{', '\n', '\r', '\xC2', '\0'>(plain, at, end);
        out += plain.substr(at, run - at);
        at = run < end ? run + appendSpecial(out, plain, run, escapes) : run;
    }
    return escapes;
}

void appendTagColor(std::string& out, Color color) {
    for (const std::uint8_t byte : {color.blue, color.green, color.red})
        appendHex(out, byte);
    out += '&';
}

void appendTagAlpha(std::string& out, Color color) {
    out += "\\1a&H";
    appendHex(out, static_cast<std::uint8_t>(255 - color.alpha));
    out += '&';
}

}  // namespace subs::ass
