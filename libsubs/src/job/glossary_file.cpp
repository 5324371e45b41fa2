// SPDX-License-Identifier: MIT
#include <subs/base/file.h>
#include <subs/base/utf8.h>
#include <subs/job/glossary_file.h>

#include <algorithm>
#include <string>
#include <vector>

namespace subs {
namespace {

constexpr std::string_view kHeader = "source,target";
constexpr std::size_t kColumns = 2;  ///< Those with words; notes are for people.

/// Takes the field that `text` begins with off it, and the comma or line end after it. Says whether
/// it was the last of its row.
bool takeField(std::string_view& text, std::string& field) {
    field.clear();
    bool isQuoted = false;
    std::size_t at = 0;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '"')
            isQuoted = !isQuoted;  // A doubled quote opens again at once; no word has quotes.
        else if (!isQuoted && (c == ',' || c == '\n'))
            break;
        else if (c != '\r')
            field += c;
    }
    const bool isLast = at == text.size() || text[at] == '\n';
    text.remove_prefix(std::min(at + 1, text.size()));
    return isLast;
}

void addTable(std::string_view text, Glossary& glossary) {
    std::string field;
    while (!text.empty()) {
        bool isLast = false;
        for (std::size_t column = 0; !isLast; ++column) {
            isLast = takeField(text, field);
            if (column < kColumns) glossary.add(field);
        }
    }
}

void addLines(std::string_view text, Glossary& glossary) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (text.front() != '#') glossary.add(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

std::uint32_t lineAt(std::string_view text, std::size_t at) {
    const auto begin = text.begin();
    return static_cast<std::uint32_t>(
        1 + std::count(begin, begin + static_cast<std::ptrdiff_t>(at), '\n'));
}

}  // namespace

Result<Glossary> parseGlossary(std::string_view text) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    if (const std::size_t valid = firstInvalidUtf8(text); valid < text.size())
        return failureAt(lineAt(text, valid), 0, "glossary.encoding", "the glossary is not UTF-8");
    Glossary glossary;
    if (text.starts_with(kHeader))
        addTable(text, glossary);
    else
        addLines(text, glossary);
    if (glossary.empty())
        return failure("glossary.no-khmer",
                       "the glossary has no Khmer word of two clusters or more");
    return glossary;
}

Result<Glossary> readGlossary(const std::filesystem::path& path) {
    const auto text = readFile(path);
    if (!text) return tl::unexpected(text.error());
    auto glossary = parseGlossary(*text);
    if (!glossary) return tl::unexpected(about(path.string(), glossary.error()));
    return glossary;
}

}  // namespace subs
