// SPDX-License-Identifier: MIT
#include <subs/base/file.h>
#include <subs/base/utf8.h>
#include <subs/job/glossary_file.h>
#include <subs/text/clusters.h>
#include <subs/text/script.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>
#include <string>

namespace subs {
namespace {

constexpr std::string_view kHeader = "source,target";
constexpr std::size_t kColumns = 2;  ///< Those with words; notes are for people.

enum class FieldEnd { Comma, Row, Broken };

FieldEnd endAt(std::string_view text, std::size_t& at) {
    if (text.substr(at).starts_with("\r\n")) ++at;
    if (at == text.size() || text[at] == '\n') return FieldEnd::Row;
    return text[at] == ',' ? FieldEnd::Comma : FieldEnd::Broken;
}

/// Reads the rows of a table, quotes by RFC 4180.
class TableReader {
public:
    explicit TableReader(std::string_view text) : text_(text) {}

    /// Goes to the next row; false where there is none. Of one with a quote out of place nothing
    /// but its first line is passed over.
    bool next() {
        if (at_ >= text_.size()) return false;
        line_ = nextLine_;
        const std::size_t begin = at_;
        fields_ = {};
        FieldEnd end = FieldEnd::Comma;
        for (std::size_t column = 0; end == FieldEnd::Comma; ++column) {
            std::string field;
            end = takeField(field);
            if (end == FieldEnd::Comma) ++at_;
            if (column < kColumns) fields_[column] = std::move(field);
        }
        isBroken_ = end == FieldEnd::Broken;
        if (isBroken_) at_ = std::min(text_.find('\n', begin), text_.size());
        at_ = std::min(at_ + 1, text_.size());
        const std::string_view row = text_.substr(begin, at_ - begin);
        nextLine_ += static_cast<std::uint32_t>(std::ranges::count(row, '\n'));
        return true;
    }

    std::uint32_t line() const { return line_; }
    bool isBroken() const { return isBroken_; }
    const std::array<std::string, kColumns>& fields() const { return fields_; }

private:
    FieldEnd takeField(std::string& field) {
        if (at_ < text_.size() && text_[at_] == '"') return takeQuoted(field);
        const std::size_t end = std::min(text_.find_first_of(",\n\"", at_), text_.size());
        field = text_.substr(at_, end - at_);
        if (field.ends_with('\r')) field.pop_back();
        at_ = end;
        return endAt(text_, at_);
    }

    FieldEnd takeQuoted(std::string& field) {
        for (++at_;;) {
            const std::size_t quote = text_.find('"', at_);
            if (quote == text_.npos) return FieldEnd::Broken;
            field += text_.substr(at_, quote - at_);
            at_ = quote + 1;
            if (at_ == text_.size() || text_[at_] != '"') return endAt(text_, at_);
            field += text_[at_++];
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::uint32_t line_ = 0;
    std::uint32_t nextLine_ = 1;
    std::array<std::string, kColumns> fields_;
    bool isBroken_ = false;
};

bool isBlank(std::string_view text) {
    return text.find_first_not_of(" \t\r") == text.npos;
}

/// Whether a cluster of `term` begins with a sign that needs a letter of Khmer before it.
bool hasLoneMark(std::string_view term) {
    const auto isMark = [](char32_t c) { return (c >= 0x17B4 && c <= 0x17D3) || c == 0x17DD; };
    for (std::size_t at = 0; at < term.size(); at = nextCluster(term, at)) {
        if (isMark(decodeUtf8(term, at).codePoint)) return true;
    }
    return false;
}

/// Takes terms into a glossary and says which it did not.
class TermTaker {
public:
    void take(std::uint32_t line, std::span<const std::string> terms) {
        const auto marked = std::ranges::find_if(terms, hasLoneMark);
        if (marked != terms.end())
            return passOver(line,
                            "glossary.lone-mark",
                            fmt::format("\"{}\" has a Khmer sign without its letter", *marked));
        bool any = false;
        for (const std::string& term : terms)
            any = taken_.glossary.add(term) || any;
        if (any) return;
        const std::string row = fmt::format("{}", fmt::join(terms, ","));
        if (hasKhmer(row))
            passOver(line,
                     "glossary.short-word",
                     fmt::format("\"{}\" is too short to stay whole", row),
                     Severity::Info);
        else
            passOver(line, "glossary.no-word", fmt::format("\"{}\" has no Khmer word", row));
    }

    void passOver(std::uint32_t line,
                  std::string code,
                  std::string_view why,
                  Severity severity = Severity::Warning) {
        taken_.diagnostics.push_back(
            {severity, line, 0, std::move(code), fmt::format("{}; passed over", why)});
    }

    ReadGlossary& taken() { return taken_; }

private:
    ReadGlossary taken_;
};

void takeTable(std::string_view text, TermTaker& taker) {
    TableReader rows(text);
    rows.next();  // the header
    while (rows.next()) {
        const auto& fields = rows.fields();
        if (rows.isBroken())
            taker.passOver(rows.line(),
                           "glossary.quote",
                           "a quote is not closed, or stands inside of a field");
        else if (isBlank(fields[0]) != isBlank(fields[1]))
            taker.passOver(rows.line(),
                           "glossary.no-target",
                           isBlank(fields[1]) ? "the row has no target" : "the row has no source");
        else if (!isBlank(fields[0]))
            taker.take(rows.line(), fields);
    }
}

void takeLines(std::string_view text, TermTaker& taker) {
    for (std::uint32_t line = 1; !text.empty(); ++line) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string term(text.substr(0, end));
        if (term.ends_with('\r')) term.pop_back();
        if (!isBlank(term) && term.front() != '#') taker.take(line, {&term, 1});
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

std::uint32_t lineAt(std::string_view text, std::size_t at) {
    const auto begin = text.begin();
    return static_cast<std::uint32_t>(
        1 + std::count(begin, begin + static_cast<std::ptrdiff_t>(at), '\n'));
}

tl::unexpected<Error> noKhmer(const Diagnostics& passedOver) {
    constexpr std::string_view kMessage = "the glossary has no Khmer word of two clusters or more";
    constexpr const char* kCode = "glossary.no-khmer";
    if (passedOver.empty()) return failure(kCode, std::string(kMessage));
    const Diagnostic& first = passedOver.front();
    return failureAt(first.line, 0, kCode, fmt::format("{}: {}", kMessage, first.message));
}

}  // namespace

Result<ReadGlossary> parseGlossary(std::string_view text) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    if (const std::size_t valid = firstInvalidUtf8(text); valid < text.size())
        return failureAt(lineAt(text, valid), 0, "glossary.encoding", "the glossary is not UTF-8");
    TermTaker taker;
    if (text.starts_with(kHeader))
        takeTable(text, taker);
    else
        takeLines(text, taker);
    if (taker.taken().glossary.empty()) return noKhmer(taker.taken().diagnostics);
    return std::move(taker.taken());
}

Result<ReadGlossary> readGlossary(const std::filesystem::path& path) {
    const auto text = readFile(path);
    if (!text) return tl::unexpected(text.error());
    auto glossary = parseGlossary(*text);
    if (!glossary) return tl::unexpected(about(path.string(), glossary.error()));
    return glossary;
}

}  // namespace subs
