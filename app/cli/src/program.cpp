// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/base/nearest_name.h>
#include <subs/cli/program.h>

#include "command.h"
#include "completion.h"
#include "console.h"
#include "declaration.h"
#include "hand_over.h"
#include "interrupt.h"
#include "usage.h"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <iterator>
#include <optional>

namespace subs::cli {
namespace {

std::string generalHelp() {
    std::string text =
        "subs: subtitles of bilingual releases, exact to the frame\n\nUsage: subs COMMAND [OPTIONS] ...\n\nCommands:\n";
    for (const Command& command : commands())
        fmt::format_to(std::back_inserter(text), "  {:<10}{}\n", command.name, command.summary);
    return text +
           "\nsubs COMMAND --help, or subs help COMMAND, tells more, and so does man subs-COMMAND. subs --version says which version this is.\n";
}

int printed(const Context& context, std::string_view text) {
    const auto written = writeStandardOutput(text);
    return written ? kDone : couldNot(context, written.error());
}

/// "there is no option --fsp; the nearest is --fps"
std::string unknownText(std::string_view kind,
                        std::string_view name,
                        std::span<const std::string> known) {
    const std::vector<std::string_view> names(known.begin(), known.end());
    return fmt::format("there is no {} {}; {}", kind, name, namesThatAre(name, names));
}

int unknownCommand(const Context& context, const std::string& name) {
    if (name.starts_with('-')) {
        const std::vector<std::string> options = {"--help", "--version"};
        return misused(context, unknownText("option", name, options));
    }
    std::vector<std::string> names;
    for (const Command& command : commands())
        names.emplace_back(command.name);
    return misused(context, unknownText("command", name, names));
}

/// All names that the options of `app` have, as they are typed.
std::vector<std::string> optionNames(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::Option* option : switchesOf(app))
        for (std::string& name : namesOf(*option))
            names.push_back(std::move(name));
    return names;
}

/// The first argument that is no option of `app` and no input. The mark after which all are inputs
/// is left over too.
std::optional<std::string> unknownArgument(const CLI::App& app) {
    const std::vector<std::string> extras = app.remaining();
    const auto unknown =
        std::ranges::find_if(extras, [](const std::string& argument) { return argument != "--"; });
    return unknown == extras.end() ? std::nullopt : std::optional(*unknown);
}

int unknownOption(const Context& context, const CLI::App& app, const std::string& argument) {
    if (!argument.starts_with('-'))
        return misused(context, fmt::format("\"{}\" is one argument too many", argument));
    return misused(context,
                   unknownText("option", argument.substr(0, argument.find('=')), optionNames(app)));
}

bool needsFilms(const Command& command, const CLI::App& app) {
    if (command.films == Films::Needed) return true;
    const CLI::Option* film = app.get_option_no_throw("--film");
    return film != nullptr && film->count() > 0;
}

int runCommand(Context& context, const Command& command) {
    const Declaration declaration = declarationOf(command);
    CLI::App& app = *declaration.app;
    std::vector<std::string> words(context.arguments.rbegin(), std::prev(context.arguments.rend()));
    try {
        app.parse(words);
    } catch (const CLI::CallForHelp&) {
        return printed(context, app.help());
    } catch (const CLI::ParseError& error) {
        const auto unknown = unknownArgument(app);
        return unknown ? unknownOption(context, app, *unknown) : misused(context, error.what());
    }
    if (const auto unknown = unknownArgument(app)) return unknownOption(context, app, *unknown);
    if (context.films == nullptr && needsFilms(command, app)) return handOverToFilm(context);
    return declaration.action(context);
}

bool asksForHelp(std::string_view word) {
    return word == "help" || word == "--help" || word == "-h";
}

/// "subs help", or "subs help COMMAND".
int help(const Context& context) {
    const std::vector<std::string>& words = context.arguments;
    if (words.size() == 1 || asksForHelp(words[1])) return printed(context, generalHelp());
    const Command* command = commandNamed(words[1]);
    if (command == nullptr) return unknownCommand(context, words[1]);
    if (words.size() > 2)
        return misused(context, fmt::format("\"{}\" is one argument too many", words[2]));
    return printed(context, declarationOf(*command).app->help());
}

int run(Context& context) {
    if (context.arguments.empty()) {
        std::fputs(generalHelp().c_str(), stderr);
        return kCouldNot;
    }
    const std::string name = context.arguments.front();
    if (asksForHelp(name)) return help(context);
    if (name == "--version") return printed(context, fmt::format("subs {}\n", SUBS_VERSION));
    if (name == "--complete")
        return printed(context, completions(std::span(context.arguments).subspan(1)));
    const Command* command = commandNamed(name);
    if (command == nullptr) return unknownCommand(context, name);
    context.command = command->name;
    return runCommand(context, *command);
}

}  // namespace

int runProgram(int argc, char** argv, const Services& services) {
    prepareSignals();
    Context context{services.films,
                    services.painter,
                    services.containers,
                    services.sounds,
                    services.speech,
                    services.shots,
                    services.burner,
                    {},
                    std::vector<std::string>(argv + std::min(argc, 1), argv + argc)};
    try {
        return run(context);
    } catch (const std::exception& error) {
        return couldNot(context,
                        {"cli.unexpected", fmt::format("an unexpected error: {}", error.what())});
    }
}

}  // namespace subs::cli
