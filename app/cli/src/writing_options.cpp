// SPDX-License-Identifier: GPL-3.0-or-later
#include "writing_options.h"

#include "common_options.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace subs::cli {
namespace {

template <typename Value>
using Named = std::pair<std::string_view, Value>;

constexpr std::array kDigits = std::to_array<Named<DigitSystem>>(
    {{"khmer", DigitSystem::Khmer}, {"latin", DigitSystem::Latin}});
constexpr std::array kMarks = std::to_array<Named<NumberMarks>>(
    {{"khmer", NumberMarks::Khmer}, {"english", NumberMarks::English}});
constexpr std::array kQuotes =
    std::to_array<Named<QuoteStyle>>({{"curly", QuoteStyle::Curly},
                                      {"guillemets", QuoteStyle::Guillemets},
                                      {"straight", QuoteStyle::Straight}});
constexpr std::array kEllipses =
    std::to_array<Named<Ellipsis>>({{"character", Ellipsis::Character}, {"dots", Ellipsis::Dots}});
constexpr std::array kSpaces = std::to_array<Named<SpaceAtMark>>(
    {{"with", SpaceAtMark::With}, {"without", SpaceAtMark::Without}});

/// Nothing for "keep".
template <typename Value, std::size_t kSize>
std::optional<Value> valueOf(std::string_view name, const std::array<Named<Value>, kSize>& values) {
    const auto found = std::ranges::find(values, name, &Named<Value>::first);
    return found == values.end() ? std::nullopt : std::optional(found->second);
}

InvisiblePolicy invisiblePolicyOf(std::string_view name) {
    if (name == "strip") return InvisiblePolicy::Strip;
    return name == "tidy" ? InvisiblePolicy::Tidy : InvisiblePolicy::InClusters;
}

template <typename Value, std::size_t kSize>
void addStyle(CLI::App& app,
              const std::string& name,
              std::string& value,
              const std::array<Named<Value>, kSize>& values,
              const std::string& help) {
    std::vector<std::string> names = {"keep"};
    for (const auto& [known, meaning] : values)
        names.emplace_back(known);
    app.add_option(name, value, help)->check(oneOf(std::move(names)));
}

}  // namespace

void addWritingStyleOptions(CLI::App& app, WritingArguments& arguments, CLI::Option* checks) {
    app.add_option("--policy",
                   arguments.policy,
                   "safe (default: order of signs, invisible characters) or full (lunar dates too)")
        ->check(oneOf({"safe", "full"}));
    app.add_flag("--fold-coeng-da",
                 arguments.foldsCoengDa,
                 "write each subscript DA as TA, which looks the same")
        ->excludes(checks);
    app.add_option("--invisibles",
                   arguments.invisibles,
                   "U+200B and the like: keep, lint (keep and tell), tidy (default: needless ones "
                   "go) or strip; inside of syllables they always go")
        ->check(oneOf({"keep", "lint", "tidy", "strip"}));
    app.add_option("--spaces",
                   arguments.spaces,
                   "spaces of Khmer lines: keep, or tidy (default: plain single ones, none before "
                   "closing marks and line ends)")
        ->check(oneOf({"keep", "tidy"}));
    addStyle(
        app, "--digits", arguments.digits, kDigits, "of numbers: keep (default), khmer, latin");
    addStyle(app,
             "--number-marks",
             arguments.numberMarks,
             kMarks,
             "of groups and decimals: keep (default), khmer (1.234,5), english (1,234.5)");
    addStyle(app,
             "--quotes",
             arguments.quotes,
             kQuotes,
             "keep (default), curly (“ ‘ ’ ”), guillemets (« “ ” ») or straight");
    addStyle(app,
             "--ellipsis",
             arguments.ellipsis,
             kEllipses,
             "keep (default), character (…) or dots (...)");
    addStyle(app,
             "--space-before-repeat",
             arguments.beforeRepeat,
             kSpaces,
             "before \u17D7: keep (default), with, without");
    addStyle(app,
             "--space-before-stop",
             arguments.beforeStop,
             kSpaces,
             "before \u17D4 and \u17D5: keep (default), with, without");
    addStyle(app,
             "--space-after-stop",
             arguments.afterStop,
             kSpaces,
             "behind \u17D4 and \u17D5: keep (default), with, without");
}

WritingOptions writingOf(const WritingArguments& arguments) {
    WritingOptions options;
    options.encoding = {arguments.policy == "full" ? NormalisePolicy::Full : NormalisePolicy::Safe,
                        arguments.foldsCoengDa ? CoengDa::FoldToTa : CoengDa::Keep,
                        invisiblePolicyOf(arguments.invisibles)};
    options.spaces = arguments.spaces == "tidy" ? SpacePolicy::Tidy : SpacePolicy::Keep;
    options.digits = valueOf(arguments.digits, kDigits);
    options.numberMarks = valueOf(arguments.numberMarks, kMarks).value_or(NumberMarks::None);
    options.quotes = valueOf(arguments.quotes, kQuotes);
    options.ellipsis = valueOf(arguments.ellipsis, kEllipses);
    options.beforeRepetition = valueOf(arguments.beforeRepeat, kSpaces);
    options.beforeStop = valueOf(arguments.beforeStop, kSpaces);
    options.afterStop = valueOf(arguments.afterStop, kSpaces);
    return options;
}

InvisibleTable invisiblesOf(const WritingArguments& arguments) {
    return invisiblesAll(arguments.invisibles == "lint" ? InvisibleUse::Lint : InvisibleUse::Keep);
}

}  // namespace subs::cli
