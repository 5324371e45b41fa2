// SPDX-License-Identifier: GPL-3.0-or-later
#include "manual.h"

#include "declaration.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <iterator>
#include <string_view>
#include <vector>

namespace subs::cli {
namespace {

constexpr std::string_view kAllCommands =
    R"(Each command has a page of its own and a --help. What they have in common:
inputs are files, folders with --recursive, - for standard input, or @LIST for
the names in a file, separated by lines or NULs. One output goes to the file of
-o, many to the folder of --out-dir, where the tree of the inputs comes again;
names of a list keep their folders.

Messages go to standard error, as FILE:LINE:COLUMN: severity: sentence [code].
With --json results are JSON on standard output, one object a line as each file
ends. Many files are worked on at once (-j); messages and results come in the
order of the inputs all the same. --shard K/N takes every Nth file of the sorted
list, so that N machines share a catalogue.)";

/// What a man page has of one character of a text: see groff_char(7) for why not as it is.
std::string_view roffOf(char letter) {
    switch (letter) {
        case '\\':
            return "\\e";
        case '-':
            return "\\-";
        case '\'':
            return "\\(aq";
        case '`':
            return "\\(ga";
        case '^':
            return "\\(ha";
        case '~':
            return "\\(ti";
        default:
            return {};
    }
}

/// `text` as text of a man page, whatever stands in it.
std::string plain(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool beginsLine = i == 0 || text[i - 1] == '\n';
        if (beginsLine && text[i] == '.') result += "\\&";
        const std::string_view roff = roffOf(text[i]);
        result += roff.empty() ? std::string_view(&text[i], 1) : roff;
    }
    return result;
}

std::string bold(std::string_view text) {
    return "\\fB" + plain(text) + "\\fR";
}

std::string italic(std::string_view text) {
    return "\\fI" + plain(text) + "\\fR";
}

/// The end of the option's name ("--out-dir") that begins at `from`; `from` where none does.
std::size_t endOfName(std::string_view text, std::size_t from) {
    const bool beginsWord = from == 0 || std::string_view(" (\n").find(text[from - 1]) != text.npos;
    const std::size_t first = text.find_first_not_of('-', from);
    const bool isName = beginsWord && first != text.npos && first > from && first <= from + 2 &&
                        std::islower(static_cast<unsigned char>(text[first])) != 0;
    if (!isName) return from;
    const std::size_t end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz-", first);
    return std::min(end, text.size());
}

/// `text` with the names of options in bold.
std::string prose(std::string_view text) {
    std::string result;
    std::size_t done = 0;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t end = endOfName(text, i);
        if (end == i) {
            ++i;
            continue;
        }
        result += plain(text.substr(done, i - done)) + bold(text.substr(i, end - i));
        done = i = end;
    }
    return result + plain(text.substr(done));
}

/// "FILE" is a name for something; of "keep|lf|crlf" each is typed as it stands, and a line may end
/// behind each.
std::string valueText(std::string_view name) {
    if (name.find('|') == name.npos) return italic(name);
    std::string result = "\\fB";
    for (const char letter : plain(name))
        result += letter == '|' ? std::string("\\fR|\\:\\fB") : std::string(1, letter);
    return result + "\\fR";
}

/// A page in the making.
class Page {
public:
    Page(std::string_view name, std::string_view summary) {
        std::string title(name);
        std::ranges::transform(title, title.begin(), [](char letter) {
            return static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
        });
        line(
            fmt::format(".TH {} 1 \"\" \"subs {}\" \"User Commands\"", plain(title), SUBS_VERSION));
        line(".nh\n.ad l");  // Names of commands and options are not broken.
        section("NAME");
        line(fmt::format("{} \\- {}", plain(name), plain(summary)));
    }

    void section(std::string_view name) { line(fmt::format(".SH {}", name)); }
    void line(std::string_view text) { fmt::format_to(std::back_inserter(text_), "{}\n", text); }
    /// Paragraphs parted by blank lines.
    void paragraphs(std::string_view text) {
        for (std::size_t from = 0; from < text.size();) {
            const std::size_t end = std::min(text.find("\n\n", from), text.size());
            if (from > 0) line(".PP");
            line(prose(text.substr(from, end - from)));
            from = end + 2;
        }
    }
    /// What something is, indented below it.
    void item(std::string_view head, std::string_view text) {
        line(fmt::format(".TP\n{}\n{}", head, prose(text)));
    }
    void examples(std::string_view text) {
        line(".nf");
        for (std::size_t from = 0; from < text.size();) {
            const std::size_t end = std::min(text.find('\n', from), text.size());
            const std::size_t first = std::min(text.find_first_not_of(' ', from), end);
            line(".RS 4\n" + plain(text.substr(first, end - first)) + "\n.RE");
            from = end + 1;
        }
        line(".fi");
    }
    std::string text() && { return std::move(text_); }

private:
    std::string text_;
};

std::string headOf(const CLI::Option& option) {
    if (option.get_positional()) return italic(option.get_name(true));
    std::string head;
    for (const std::string& name : namesOf(option))
        head += (head.empty() ? "" : ", ") + bold(name);
    return takesValue(option) ? head + " " + valueText(valueName(option)) : head;
}

void addOptions(Page& page, const CLI::App& app) {
    page.section("OPTIONS");
    for (const CLI::Option* option : positionalsOf(app))
        page.item(headOf(*option), saidOf(*option));
    for (const CLI::Option* option : switchesOf(app))
        page.item(headOf(*option), saidOf(*option));
}

void addExitStatus(Page& page, std::string_view findings) {
    page.section("EXIT STATUS");
    page.item(bold("0"), "Done.");
    if (!findings.empty()) page.item(bold("1"), fmt::format("Done, and {}.", findings));
    page.item(bold("2"),
              "It could not be done: a mistake in the arguments, an input that cannot be read, a "
              "text that the format cannot hold, an output that cannot be written. Of many files "
              "the others are done all the same.");
    page.item(
        bold("130"),
        "Stopped by Ctrl-C or SIGTERM. Files that were finished stay, half a file never does.");
}

void addFiles(Page& page) {
    page.section("FILES");
    page.paragraphs(
        "An output takes the place of a file that is there only with --overwrite, and only when it "
        "is complete. What it is made from is such a file too.");
    page.item(italic("PREFIX/share/subs/profiles/*.toml"),
              "The profiles of subs qc and subs wrap, beside the program's bin folder.");
    page.section("ENVIRONMENT");
    page.item(bold("SUBS_SEEDS"), "The folder that stands for PREFIX/share/subs.");
    page.item(bold("NO_COLOR"), "Messages on a terminal are without colour where it is set.");
}

void addSeeAlso(Page& page, std::span<const std::string_view> names) {
    page.section("SEE ALSO");
    std::string line;
    for (const std::string_view name : names)
        line += fmt::format("{}{}(1)", line.empty() ? "" : ",\n", bold(name));
    page.line(line);
}

std::vector<std::string> relatedPages(const Command& command) {
    std::vector<std::string> names = {"subs"};
    for (std::size_t from = 0; from < command.related.size();) {
        const std::size_t end = std::min(command.related.find(' ', from), command.related.size());
        names.push_back(fmt::format("subs-{}", command.related.substr(from, end - from)));
        from = end + 1;
    }
    return names;
}

}  // namespace

std::string programPage() {
    Page page("subs", "subtitles of bilingual releases, exact to the frame");
    page.section("SYNOPSIS");
    page.line(fmt::format("{} {} [{}]", bold("subs"), italic("COMMAND"), italic("OPTIONS")));
    page.line(fmt::format(".br\n{} {} [{}]", bold("subs"), bold("help"), italic("COMMAND")));
    page.line(".br\n" + bold("subs") + " " + bold("--help") + " | " + bold("--version"));
    page.section("DESCRIPTION");
    page.paragraphs(kAllCommands);
    page.section("COMMANDS");
    for (const Command& command : commands())
        page.item(fmt::format("{}(1)", bold(fmt::format("subs-{}", command.name))),
                  command.summary);
    page.section("OPTIONS");
    page.item(bold("--help"), "All commands. After a command: its options.");
    page.item(bold("--version"), "Which version this is.");
    page.section("EXAMPLES");
    for (const Command& command : commands())
        page.examples(command.example.substr(0, command.example.find('\n')));
    addExitStatus(page, "something was found or lost that the command was told to mind");
    addFiles(page);
    std::vector<std::string> names;
    for (const Command& command : commands())
        names.push_back(fmt::format("subs-{}", command.name));
    addSeeAlso(page, std::vector<std::string_view>(names.begin(), names.end()));
    return std::move(page).text();
}

std::string commandPage(const Command& command) {
    const Declaration declaration = declarationOf(command);
    const std::string name = fmt::format("subs-{}", command.name);
    Page page(name, command.summary);
    page.section("SYNOPSIS");
    page.line(fmt::format(
        "{} {}", bold(fmt::format("subs {}", command.name)), plain(usageOf(*declaration.app))));
    page.section("DESCRIPTION");
    page.paragraphs(command.description);
    addOptions(page, *declaration.app);
    page.section("EXAMPLES");
    page.examples(command.example);
    addExitStatus(page, command.findings);
    addFiles(page);
    const std::vector<std::string> related = relatedPages(command);
    addSeeAlso(page, std::vector<std::string_view>(related.begin(), related.end()));
    return std::move(page).text();
}

}  // namespace subs::cli
