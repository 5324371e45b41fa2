// SPDX-License-Identifier: GPL-3.0-or-later
#include "shown_text.h"

#include <subs/base/utf8.h>

#include <algorithm>
#include <string>
#include <utility>

namespace subs::session {
namespace {

/// The byte of `text` that byte `at` of `withReplacements(text)` comes from.
std::size_t sourceOf(std::string_view text, std::size_t at) {
    constexpr std::size_t kReplacementLength = 3;
    std::size_t source = 0;
    std::size_t seen = 0;
    while (seen < at && source < text.size()) {
        const Decoded decoded = decodeUtf8(text, source);
        source += decoded.length;
        seen += decoded.valid ? decoded.length : kReplacementLength;
    }
    return source;
}

bool isInsideCodePoint(std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

/// Lengths of the common beginning and, after it, the common end, in whole code points.
std::pair<std::size_t, std::size_t> commonEnds(std::string_view a, std::string_view b) {
    const std::size_t shorter = std::min(a.size(), b.size());
    std::size_t begin = 0;
    while (begin < shorter && a[begin] == b[begin])
        ++begin;
    while (begin > 0 && (isInsideCodePoint(a, begin) || isInsideCodePoint(b, begin)))
        --begin;
    std::size_t end = 0;
    while (end < shorter - begin && a[a.size() - 1 - end] == b[b.size() - 1 - end])
        ++end;
    while (end > 0 && isInsideCodePoint(a, a.size() - end))
        --end;
    return {begin, end};
}

}  // namespace

QString shown(std::string_view text) {
    return QString::fromStdString(withReplacements(text));
}

std::string typed(const QString& text) {
    QString lines = text;
    lines.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    lines.replace(QChar(QChar::ParagraphSeparator), QLatin1Char('\n'));
    lines.replace(QChar(QChar::LineSeparator), QLatin1Char('\n'));
    lines.replace(QLatin1Char('\r'), QLatin1Char('\n'));
    return lines.toStdString();
}

Change withShownText(const Document& document, std::size_t index, const QString& text) {
    const Cue& before = document.cues.at(index);
    const std::string wanted = typed(text);
    if (isValidUtf8(before.text.plain)) return withPlainText(document, index, wanted);
    const std::string visible = withReplacements(before.text.plain);
    if (visible == wanted) return {};
    const auto [begin, end] = commonEnds(visible, wanted);
    Cue after = before;
    after.text = replaced(before.text,
                          sourceOf(before.text.plain, begin),
                          sourceOf(before.text.plain, visible.size() - end),
                          std::string_view(wanted).substr(begin, wanted.size() - begin - end));
    return Change{{CueChange{index, before, std::move(after)}}};
}

}  // namespace subs::session
