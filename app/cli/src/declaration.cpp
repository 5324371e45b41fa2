// SPDX-License-Identifier: GPL-3.0-or-later
#include "declaration.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

namespace subs::cli {
namespace {

/// The help as CLI11 lays it out, with the words of this file.
class HelpFormatter : public CLI::Formatter {
public:
    std::string make_option_opts(const CLI::Option* option) const override {
        if (option->get_positional() || !takesValue(*option)) return {};
        return " " + valueName(*option) + (option->get_required() ? " (required)" : "");
    }
    std::string make_option_desc(const CLI::Option* option) const override {
        return saidOf(*option);
    }
    std::string make_usage(const CLI::App* app, std::string name) const override {
        return fmt::format("Usage: {} {}\n", name, usageOf(*app));
    }
};

/// The names of `options`, the long one of each, in the order of the alphabet.
std::vector<std::string> longNames(const std::set<CLI::Option*>& options) {
    std::vector<std::string> names;
    names.reserve(options.size());
    for (const CLI::Option* option : options)
        names.push_back(namesOf(*option).back());
    std::ranges::sort(names);
    return names;
}

std::vector<const CLI::Option*> optionsOf(const CLI::App& app, bool arePositional) {
    return app.get_options([arePositional](const CLI::Option* option) {
        return option->get_positional() == arePositional;
    });
}

}  // namespace

Declaration declarationOf(const Command& command) {
    auto app =
        std::make_unique<CLI::App>(fmt::format("{}\n\n{}\n", command.summary, command.description),
                                   fmt::format("subs {}", command.name));
    app->footer(fmt::format("Example:\n  {}", command.example));
    app->formatter(std::make_shared<HelpFormatter>());
    app->set_help_flag("-h,--help", "say what stands here");
    app->allow_extras();
    Action action = command.define(*app);
    return {std::move(app), std::move(action)};
}

std::vector<const CLI::Option*> switchesOf(const CLI::App& app) {
    return optionsOf(app, false);
}

std::vector<const CLI::Option*> positionalsOf(const CLI::App& app) {
    return optionsOf(app, true);
}

std::vector<std::string> namesOf(const CLI::Option& option) {
    std::vector<std::string> names;
    for (const std::string& name : option.get_snames())
        names.push_back("-" + name);
    for (const std::string& name : option.get_lnames())
        names.push_back("--" + name);
    if (names.empty()) names.push_back(option.get_name(true));
    return names;
}

bool takesValue(const CLI::Option& option) {
    return option.get_type_size() != 0;
}

bool repeats(const CLI::Option& option) {
    return option.get_items_expected_max() > 1 ||
           option.get_multi_option_policy() == CLI::MultiOptionPolicy::TakeAll;
}

std::string valueName(const CLI::Option& option) {
    const std::string name = option.get_type_name();
    return name.substr(name.rfind(':') + 1);  // No ':' at all: npos + 1 is 0.
}

std::string saidOf(const CLI::Option& option) {
    std::vector<std::string> limits;
    if (const auto needed = longNames(option.get_needs()); !needed.empty())
        limits.push_back(fmt::format("needs {}", fmt::join(needed, " and ")));
    if (const auto excluded = longNames(option.get_excludes()); !excluded.empty())
        limits.push_back(fmt::format("not with {}", fmt::join(excluded, " or ")));
    if (limits.empty()) return option.get_description();
    return fmt::format("{}; {}", option.get_description(), fmt::join(limits, "; "));
}

std::string usageOf(const CLI::App& app) {
    std::string usage = "[OPTIONS]";
    for (const CLI::Option* option : switchesOf(app))
        if (option->get_required())
            usage += fmt::format(" {} {}", namesOf(*option).front(), valueName(*option));
    for (const CLI::Option* option : positionalsOf(app)) {
        const std::string name = option->get_name(true) + (repeats(*option) ? "..." : "");
        usage += option->get_required() ? " " + name : " [" + name + "]";
    }
    return usage;
}

}  // namespace subs::cli
