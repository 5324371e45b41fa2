// SPDX-License-Identifier: GPL-3.0-or-later
#include "wrap_options.h"

#include <subs/job/profiles.h>

#include "common_options.h"

#include <fmt/format.h>

#include <charconv>
#include <limits>
#include <span>
#include <string_view>

namespace subs::cli {
namespace {

ZwspUse zwspOf(const WrapArguments& arguments) {
    if (arguments.zwsp == "insert") return ZwspUse::Insert;
    return arguments.zwsp == "strip" ? ZwspUse::Strip : ZwspUse::Keep;
}

/// "90%" or "20.24em".
Result<LineLimit> widthOf(std::string_view text) {
    LineLimit limit;
    double number = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
    const std::string_view unit(parsed.ptr, text.data() + text.size());
    const bool isWidth = parsed.ec == std::errc() && number > 0 && (unit == "%" || unit == "em");
    if (!isWidth)
        return failure(
            "cli.usage",
            fmt::format(
                "--max-width \"{}\" is no width; 90% of the picture or 20em of the font are",
                text));
    limit.measure = unit == "em" ? WidthMeasure::Em : WidthMeasure::Picture;
    limit.most = unit == "em" ? number : number / 100;
    return limit;
}

/// What the profile says, where one is named.
Result<WrapOptions> profileOptions(const std::string& name) {
    if (name.empty()) return WrapOptions();
    const auto known = profilesIn(seedsFolder() / "profiles");
    const auto profile =
        profileNamed(name, known ? std::span<const Profile>(*known) : std::span<const Profile>());
    if (!profile) return tl::unexpected(profile.error());
    return wrapOptionsFor(*profile);
}

}  // namespace

void addZwspOption(CLI::App& app, WrapArguments& arguments) {
    app.add_option("--zwsp",
                   arguments.zwsp,
                   "U+200B: keep, insert where Khmer lines may end, or strip (default: keep)")
        ->check(oneOf({"keep", "insert", "strip"}));
}

void addWrapOptions(CLI::App& app, WrapArguments& arguments) {
    app.add_option("--profile",
                   arguments.profile,
                   "id or file of a profile whose width, lines and balance are kept to")
        ->type_name("PROFILE");
    CLI::Option* width =
        app.add_option("--max-width",
                       arguments.maxWidth,
                       "widest line as drawn, in % of the picture's width or in em of the font "
                       "(default: the profile's, else 90%)")
            ->type_name("WIDTH");
    addPictureOption(app, arguments.picture);
    CLI::Option* count =
        app.add_option("--max-count", arguments.maxCount, "longest line, in --unit")
            ->check(wholeNumber(1, 1000000))
            ->excludes(width);
    app.add_option("--unit",
                   arguments.unit,
                   "graphemes (default), clusters, columns or code-points of --max-count")
        ->check(oneOf({"graphemes", "clusters", "columns", "code-points"}))
        ->needs(count);
    app.add_option("--font", arguments.font, "family to measure in (default: the style's)")
        ->type_name("FONT")
        ->excludes(count);
    app.add_option("--size",
                   arguments.size,
                   "its size as in a style, on a canvas 1080 high (default: the style's)")
        ->check(numberBetween(1, 10000))
        ->excludes(count);
    app.add_option(
           "--lines", arguments.lines, "most lines: 1, 2 or 3 (default: the profile's, else 2)")
        ->check(CLI::Range(1, 3, "1|2|3"));
    app.add_option("--balance",
                   arguments.balance,
                   "bottom-heavy or even lines (default: the profile's, else bottom-heavy)")
        ->check(oneOf({"bottom-heavy", "even"}));
    app.add_flag("--keep-breaks", arguments.keepBreaks, "leave the line breaks that are there");
    addWordOptions(app, arguments.words);
    addZwspOption(app, arguments);
}

Result<WrapOptions> wrapOptionsOf(const WrapArguments& arguments, Verbosity verbosity) {
    auto chosen = profileOptions(arguments.profile);
    if (!chosen) return chosen;
    WrapOptions& options = *chosen;
    if (!arguments.maxWidth.empty()) {
        auto limit = widthOf(arguments.maxWidth);
        if (!limit) return tl::unexpected(limit.error());
        options.limit = *limit;
    }
    if (arguments.maxCount > 0)
        options.limit = {WidthMeasure::Count,
                         static_cast<double>(arguments.maxCount),
                         countUnitNamed(arguments.unit).value_or(CountUnit::Graphemes)};
    if (arguments.lines > 0) options.mostLines = arguments.lines;
    if (!arguments.balance.empty())
        options.balance = arguments.balance == "even" ? Balance::Even : Balance::BottomHeavy;
    options.existing = arguments.keepBreaks ? ExistingBreaks::Keep : ExistingBreaks::Rebreak;
    options.zwsp = zwspOf(arguments);
    options.engine = engineOf(arguments.words);
    auto glossary = glossaryOf(arguments.words, verbosity);
    if (!glossary) return tl::unexpected(glossary.error());
    options.glossary = *std::move(glossary);
    options.aspect = aspectOf(arguments.picture);
    if (!arguments.font.empty()) options.font = arguments.font;
    if (arguments.size > 0) options.fontSize = arguments.size;
    return chosen;
}

std::optional<WrapOptions> zwspOnly(const WrapArguments& arguments) {
    if (arguments.zwsp == "keep") return std::nullopt;
    WrapOptions options;
    options.limit = {WidthMeasure::Count, std::numeric_limits<double>::infinity()};
    options.mostLines = std::numeric_limits<std::size_t>::max();
    options.existing = ExistingBreaks::Keep;
    options.zwsp = zwspOf(arguments);
    return options;
}

}  // namespace subs::cli
