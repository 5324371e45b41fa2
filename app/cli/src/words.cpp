// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/job/json.h>
#include <subs/job/separate_text.h>

#include "command.h"
#include "common_options.h"
#include "usage.h"

#include <algorithm>
#include <memory>
#include <vector>

namespace subs::cli {
namespace {

struct SeparateArguments {
    std::string language = "km";
    std::string engine = "lexicon";
    std::string separator = "\u200B";
    TellingArguments telling;
};

/// Where the line of `text` that begins at `from` ends, before its line end (LF, CR LF).
std::size_t lineEnd(std::string_view text, std::size_t from) {
    std::size_t end = std::min(text.find('\n', from), text.size());
    if (end > from && end < text.size() && text[end - 1] == '\r') --end;
    return end;
}

/// Calls `use(line, lineEnd)` for each line of `text`.
template <class Use>
void forEachLine(std::string_view text, Use use) {
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = lineEnd(text, from);
        const std::size_t next = std::min(text.find('\n', end), text.size() - 1) + 1;
        use(text.substr(from, end - from), text.substr(end, next - end));
        from = next;
    }
}

int separate(Separation separation, const SeparateArguments& arguments, const Context& context) {
    const auto text = readStandardInput();
    if (!text) return couldNot(context, text.error());
    Segmenter segmenter(arguments.language,
                        arguments.engine == "icu" ? KhmerEngine::Icu : KhmerEngine::Lexicon);
    std::string result;
    if (arguments.telling.json) {
        std::vector<std::vector<std::string>> lines;
        forEachLine(*text, [&](std::string_view line, std::string_view) {
            lines.push_back(pieces(line, separation, segmenter));
        });
        result = piecesJson(lines) + "\n";
    } else {
        forEachLine(*text, [&](std::string_view line, std::string_view end) {
            result += separated(line, separation, arguments.separator, segmenter);
            result += end;
        });
    }
    const auto written = writeStandardOutput(result);
    return written ? kDone : couldNot(context, written.error());
}

Action define(CLI::App& app, Separation separation) {
    const auto arguments = std::make_shared<SeparateArguments>();
    app.add_option("--lang", arguments->language, "language of the text (default: km)");
    app.add_option(
           "--engine", arguments->engine, "what finds the words of Khmer (default: lexicon)")
        ->check(oneOf({"lexicon", "icu"}));
    app.add_option("--separator", arguments->separator, "what is put in (default: U+200B)");
    addTellingOptions(app, arguments->telling, "the pieces of each line");
    return [arguments, separation](Context& context) {
        return separate(separation, *arguments, context);
    };
}

}  // namespace

Action defineWords(CLI::App& app) {
    return define(app, Separation::Words);
}

Action defineBreaks(CLI::App& app) {
    return define(app, Separation::LineBreaks);
}

}  // namespace subs::cli
