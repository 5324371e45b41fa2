// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/job/json.h>
#include <subs/job/separate_text.h>

#include "command.h"
#include "common_options.h"
#include "standard_lines.h"
#include "usage.h"
#include "word_options.h"

#include <memory>
#include <vector>

namespace subs::cli {
namespace {

struct SeparateArguments {
    std::string language = "km";
    std::string separator = "\u200B";
    WordArguments words;
    TellingArguments telling;
};

int separate(Separation separation, const SeparateArguments& arguments, const Context& context) {
    const Verbosity verbosity = verbosityOf(arguments.telling);
    const auto glossary = glossaryOf(arguments.words, verbosity);
    if (!glossary) return couldNot(context, glossary.error());
    const auto text = readStandardText(verbosity);
    if (!text) return couldNot(context, text.error());
    Segmenter segmenter({.language = arguments.language,
                         .engine = engineOf(arguments.words),
                         .glossary = *glossary});
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
    app.add_option("--lang,--language", arguments->language, "language of the text (default: km)")
        ->check(languageTag());
    addWordOptions(app, arguments->words);
    app.add_option("--separator", arguments->separator, "what is put in (default: U+200B)")
        ->check(notEmpty());
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
