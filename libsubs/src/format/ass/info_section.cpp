// SPDX-License-Identifier: MIT
#include "format/ass/info_section.h"

#include <subs/text/newline.h>

#include "format/ass/ascii.h"

#include <algorithm>
#include <vector>

namespace subs::ass {
namespace {

struct Wanted {
    std::string_view key;
    std::string value;
    bool written = false;
};

std::string numberText(std::int64_t value) {
    std::string text;
    appendInteger(text, value);
    return text;
}

std::string oneLine(std::string_view text) {
    std::string out(text);
    std::replace_if(
        out.begin(), out.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    return out;
}

std::string_view yesOrNo(bool value) {
    return value ? "yes" : "no";
}

/// The settings that the document has otherwise than the file.
std::vector<Wanted> wantedSettings(const ScriptInfo& before, const Document& document) {
    std::vector<Wanted> wanted;
    if (document.title != before.title) wanted.push_back({"Title", oneLine(document.title)});
    if (!document.canvas) return wanted;
    const Canvas was = canvasOf(before);
    const Canvas& is = *document.canvas;
    if (is.width != was.width) wanted.push_back({"PlayResX", numberText(is.width)});
    if (is.height != was.height) wanted.push_back({"PlayResY", numberText(is.height)});
    if (is.wrap != was.wrap) wanted.push_back({"WrapStyle", numberText(static_cast<int>(is.wrap))});
    if (is.scaledBorder != was.scaledBorder)
        wanted.push_back({"ScaledBorderAndShadow", std::string(yesOrNo(is.scaledBorder))});
    return wanted;
}

Wanted* wantedFor(std::vector<Wanted>& wanted, std::string_view key) {
    for (Wanted& setting : wanted) {
        if (sameWord(setting.key, key)) return &setting;
    }
    return nullptr;
}

void appendSetting(std::string& out,
                   std::string_view key,
                   std::string_view value,
                   std::string_view newline) {
    out.append(key).append(": ").append(value).append(newline);
}

/// Copies `stretch` with the values of `wanted`; what is not in it comes behind its last line that
/// is not blank.
void appendWith(std::string& out,
                std::string_view stretch,
                std::vector<Wanted>& wanted,
                std::string_view newline) {
    std::size_t end = out.size();
    for (LineReader lines(stretch); lines.next();) {
        const std::string_view line = lines.line();
        Wanted* setting = wantedFor(wanted, settingOf(line).key);
        if (setting) {
            out.append(line.substr(0, line.find(':') + 1)).append(" ").append(setting->value);
            setting->written = true;
        } else {
            out += line;
        }
        out += stretch.substr(lines.end(), lines.nextBegin() - lines.end());
        if (!trimmed(line).empty()) end = out.size();
    }
    std::string missing;
    for (const Wanted& setting : wanted) {
        if (!setting.written) appendSetting(missing, setting.key, setting.value, newline);
    }
    if (!missing.empty() && end > 0 && out[end - 1] != '\n' && out[end - 1] != '\r')
        missing.insert(0, newline);
    out.insert(end, missing);
}

std::string_view typeOf(Dialect dialect) {
    return dialect == Dialect::Ass ? "v4.00+" : "v4.00";
}

}  // namespace

void appendInfo(std::string& out,
                std::string_view stretch,
                const ScriptInfo& before,
                const Document& document,
                std::string_view newline) {
    std::vector<Wanted> wanted = wantedSettings(before, document);
    if (wanted.empty()) {
        out += stretch;
    } else {
        appendWith(out, stretch, wanted, newline);
    }
}

void appendInfoFor(std::string& out,
                   std::string_view stretch,
                   Dialect dialect,
                   std::string_view newline) {
    std::vector<Wanted> wanted = {{"ScriptType", std::string(typeOf(dialect))}};
    appendWith(out, stretch, wanted, newline);
}

void appendNewInfo(std::string& out,
                   const Document& document,
                   Dialect dialect,
                   std::string_view newline) {
    const Canvas canvas = document.canvas.value_or(Canvas());
    out.append("[Script Info]").append(newline);
    if (!document.title.empty()) appendSetting(out, "Title", oneLine(document.title), newline);
    appendSetting(out, "ScriptType", typeOf(dialect), newline);
    appendSetting(out, "WrapStyle", numberText(static_cast<int>(canvas.wrap)), newline);
    appendSetting(out, "ScaledBorderAndShadow", yesOrNo(canvas.scaledBorder), newline);
    appendSetting(out, "PlayResX", numberText(canvas.width), newline);
    appendSetting(out, "PlayResY", numberText(canvas.height), newline);
    out += newline;
}

}  // namespace subs::ass
