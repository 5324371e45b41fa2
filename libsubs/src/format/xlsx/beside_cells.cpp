// SPDX-License-Identifier: MIT
#include "format/xlsx/beside_cells.h"

#include <subs/format/features.h>

#include "format/xlsx/cell_value.h"
#include "format/xlsx/relations.h"
#include "format/xlsx/xml_part.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace subs::xlsx {
namespace {

/// So much of a text is told.
constexpr std::size_t kMostTold = 200;

/// Parts of one kind that a sheet or a workbook has: one, as a rule.
constexpr std::size_t kMostParts = 16;

/// `text` in one line, without blanks at its ends, and not all of a long one.
std::string told(const std::string& text) {
    std::string line = withoutEscapes(text);
    std::ranges::replace_if(
        line, [](char c) { return c == '\r' || c == '\n' || c == '\t' || c == '\v'; }, ' ');
    const std::size_t begin = line.find_first_not_of(' ');
    if (begin == line.npos) return {};
    line = line.substr(begin, line.find_last_not_of(' ') - begin + 1);
    if (line.size() <= kMostTold) return line;
    std::size_t end = kMostTold;
    while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U)
        --end;
    return line.substr(0, end) + "…";
}

/// Gathers the beginning of a text: more of it is not told, however much there is.
void gather(std::string& text, std::string_view letters) {
    constexpr std::size_t kEnough = 4 * kMostTold;
    if (text.size() < kEnough) text += letters.substr(0, kEnough);
}

/// Comments on cells: those of old (18.7), and those of conversations ([MS-XLSX] 2.6.205), of
/// which a copy among the former has an author "tc=…".
class Comments final : public XmlHandler {
public:
    void begin(std::string_view name, const Attributes& attributes) override {
        if (name == "authors") authors_.clear();
        isAuthor_ = name == "author" && authors_.size() < kMostAuthors;
        if (isAuthor_) authors_.emplace_back();
        if (name == "comment" || name == "threadedComment") beginComment(name, attributes);
        if (name == "rPh") ++phonetic_;
        // The text of a conversation has no runs.
        isText_ = isIn_ && phonetic_ == 0 && (name == "t" || (isThreaded_ && name == "text"));
    }

    void end(std::string_view name) override {
        isText_ = false;
        if (name == "author") isAuthor_ = false;
        if (name == "rPh") --phonetic_;
        if (name == "comment" || name == "threadedComment") endComment();
    }

    void text(std::string_view letters) override {
        if (isAuthor_) gather(authors_.back(), letters.substr(0, kCopied.size()));
        if (isText_) gather(text_, letters);
    }

    std::size_t count = 0;
    std::string first;

private:
    static constexpr std::string_view kCopied = "tc=";
    static constexpr std::size_t kMostAuthors = 10'000;

    void beginComment(std::string_view name, const Attributes& attributes) {
        isIn_ = true;
        isThreaded_ = name == "threadedComment";
        cell_ = valueOf(attributes, "ref");
        text_.clear();
        std::size_t author = authors_.size();
        const std::string_view number = valueOf(attributes, "authorId");
        std::from_chars(number.data(), number.data() + number.size(), author);
        isCopy_ = !isThreaded_ && author < authors_.size() && authors_[author].starts_with(kCopied);
    }

    void endComment() {
        isIn_ = false;
        const std::string text = isCopy_ ? std::string() : told(text_);
        if (text.empty()) return;
        if (count++ == 0) first = fmt::format("{}: {}", told(cell_), text);
    }

    std::vector<std::string> authors_;  ///< As they begin.
    std::string cell_;
    std::string text_;
    bool isAuthor_ = false;
    bool isIn_ = false;
    bool isThreaded_ = false;
    bool isCopy_ = false;
    bool isText_ = false;
    int phonetic_ = 0;
};

/// What a workbook says of itself (ECMA-376-2, 11.1) that people write, with its name for them.
struct Property {
    std::string_view element;
    std::string_view name;
};
constexpr std::array<Property, 7> kProperties{{{"title", "title"},
                                               {"creator", "author"},
                                               {"subject", "subject"},
                                               {"description", "description"},
                                               {"keywords", "keywords"},
                                               {"category", "category"},
                                               {"contentStatus", "status"}}};

/// What programs put there where nobody said anything.
constexpr std::array<std::string_view, 8> kOfPrograms{"openpyxl",
                                                      "XlsxWriter",
                                                      "ExcelJS",
                                                      "SheetJS",
                                                      "Apache POI",
                                                      "xuri",                   // Excelize
                                                      "Unknown Creator",        // PhpSpreadsheet
                                                      "Untitled Spreadsheet"};  // the same

class Properties final : public XmlHandler {
public:
    explicit Properties(LossReport& losses) : losses_(losses) {}

    void begin(std::string_view name, const Attributes&) override {
        const auto found = std::ranges::find(kProperties, name, &Property::element);
        isIn_ = found != kProperties.end();
        if (isIn_) name_ = found->name;
        value_.clear();
    }
    void end(std::string_view) override {
        const std::string value = std::exchange(isIn_, false) ? told(value_) : std::string();
        const bool isOfProgram = std::ranges::find(kOfPrograms, value) != kOfPrograms.end();
        if (value.empty() || isOfProgram) return;
        losses_.add(
            feature::kMetadata, LossSeverity::Dropped, {}, fmt::format("{}: {}", name_, value), {});
    }
    void text(std::string_view letters) override {
        if (isIn_) gather(value_, letters);
    }

private:
    LossReport& losses_;
    std::string_view name_;
    std::string value_;
    bool isIn_ = false;
};

/// Reads the parts that `part` has of the kind `name`, as far as that goes.
void readRelated(const Archive& archive,
                 const std::string& part,
                 std::string_view name,
                 XmlHandler& handler) {
    const auto relations = relationsOf(archive, part);
    if (!relations) return;
    std::size_t count = 0;
    for (const Relation& relation : *relations) {
        if (!relation.isOf(name) || !archive.has(relation.part)) continue;
        if (count++ == kMostParts) return;
        // What is damaged is kept as it is; what was read until there is told.
        (void)readPart(archive, relation.part, kMostOfSmallParts, handler);
    }
}

}  // namespace

LossReport lostBesideCells(const Archive& archive, const Sheet& sheet) {
    LossReport losses;
    Comments comments;
    readRelated(archive, sheet.part, "threadedComment", comments);
    readRelated(archive, sheet.part, "comments", comments);
    if (comments.count > 0) {
        LossItem& loss = losses.items.emplace_back();
        loss.feature = feature::kNote;
        loss.count = comments.count;
        loss.before = comments.first;
    }
    Properties properties(losses);
    readRelated(archive, {}, "core-properties", properties);
    return losses;
}

}  // namespace subs::xlsx
