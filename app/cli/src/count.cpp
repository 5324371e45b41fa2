// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/job/count_lines.h>
#include <subs/job/stand_in.h>

#include "command.h"
#include "common_options.h"
#include "standard_lines.h"
#include "usage.h"

#include <memory>
#include <optional>
#include <vector>

namespace subs::cli {
namespace {

struct CountArguments {
    std::string language = "km";
    std::string font;
    bool header = false;
    TellingArguments telling;
};

/// The font to measure in, where one was named; says so where another stands in for it.
Result<std::optional<Measurer>> measurerFor(const CountArguments& arguments,
                                            const Context& context) {
    if (arguments.font.empty()) return std::nullopt;
    auto measurer = Measurer::open(arguments.font);
    if (!measurer) return tl::unexpected(measurer.error());
    if (!measurer->isAsAsked())
        Console(verbosityOf(arguments.telling))
            .message(standInDiagnostic({arguments.font, measurer->family()}), callerName(context));
    return std::optional(std::move(*measurer));
}

std::vector<LineCount> countsOf(std::string_view text,
                                const CountArguments& arguments,
                                const Measurer* measurer) {
    Segmenter segmenter(arguments.language);
    std::vector<LineCount> counts;
    forEachLine(text, [&](std::string_view line, std::string_view) {
        counts.push_back(subs::countsOf(line, segmenter, measurer));
    });
    return counts;
}

std::string shownAsText(const std::vector<LineCount>& counts, const CountArguments& arguments) {
    std::string shown;
    if (arguments.header) {
        shown = "code points\tclusters\tcolumns\twords";
        shown += arguments.font.empty() ? "\n" : "\tem\n";
    }
    for (const LineCount& count : counts)
        shown += countText(count) + "\n";
    return shown;
}

int count(const CountArguments& arguments, const Context& context) {
    const auto measurer = measurerFor(arguments, context);
    if (!measurer) return couldNot(context, measurer.error());
    const auto text = readStandardText(verbosityOf(arguments.telling));
    if (!text) return couldNot(context, text.error());
    const Measurer* const font = *measurer ? &**measurer : nullptr;
    const std::vector<LineCount> counts = countsOf(*text, arguments, font);
    const auto written = writeStandardOutput(
        arguments.telling.json ? countJson(counts, font) + "\n" : shownAsText(counts, arguments));
    return written ? kDone : couldNot(context, written.error());
}

}  // namespace

Action defineCount(CLI::App& app) {
    const auto arguments = std::make_shared<CountArguments>();
    app.add_option("--lang,--language", arguments->language, "language of the text (default: km)")
        ->check(languageTag());
    app.add_option("--font", arguments->font, "font to measure the width of each line in, by name")
        ->type_name("FONT")
        ->check(notEmpty());
    app.add_flag("--header", arguments->header, "say first what the numbers are");
    addTellingOptions(app, arguments->telling, "the counts of each line");
    return [arguments](Context& context) { return count(*arguments, context); };
}

}  // namespace subs::cli
