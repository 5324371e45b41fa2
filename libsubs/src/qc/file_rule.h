// SPDX-License-Identifier: MIT
#pragma once

#include <subs/qc/check.h>

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace subs {

class DrawnLines;
class Segmenter;

/// What a rule sees that judges a document as a whole.
struct FileContext {
    const Document& document;
    DrawnLines& drawn;
    /// Plain text of the dialogue that has Khmer, and its places in the document.
    std::vector<std::string_view> texts;
    std::vector<std::size_t> indices;
    /// Opened by the first rule that needs it.
    std::unique_ptr<Segmenter>& segmenter;
};

/// A finding about a document, told once.
struct FileViolation {
    std::size_t index = 0;  ///< Of the cue where it is seen first.
    double measured = 0;    ///< How often it is met; of several ways the rarest.
    std::string message;
    std::string detail = {};  ///< Tells findings of one rule apart.
};

struct FileRule {
    RuleInfo info;
    void (*judge)(FileContext& context, std::vector<FileViolation>& violations);
};

/// All of them, in the order in which they are listed behind `ruleTable`.
std::span<const FileRule> fileRuleTable();

namespace rules_of {

void fontMissing(FileContext& context, std::vector<FileViolation>& violations);
// In rules/khmer_in_file.cpp.
void khmerDigitsInFile(FileContext& context, std::vector<FileViolation>& violations);
void khmerNumberMarksInFile(FileContext& context, std::vector<FileViolation>& violations);
void khmerQuotesInFile(FileContext& context, std::vector<FileViolation>& violations);
void khmerZwspInFile(FileContext& context, std::vector<FileViolation>& violations);
void khmerSpelling(FileContext& context, std::vector<FileViolation>& violations);
void khmerVariants(FileContext& context, std::vector<FileViolation>& violations);

}  // namespace rules_of

}  // namespace subs
