// SPDX-License-Identifier: MIT
#include <subs/text/clusters.h>
#include <subs/text/punctuation.h>
#include <subs/text/script.h>

#include "text/code_points.h"
#include "text/khmer_finals.h"
#include "text/letter_kinds.h"

#include <algorithm>
#include <string_view>

namespace subs {
namespace {

bool isIn(std::u32string_view set, char32_t c) {
    return set.find(c) != std::u32string_view::npos;
}

/// The end of a line, a space, or what closes a quotation or opens one.
bool mayFollowSentence(char32_t c) {
    return isLineEnd(c) || isSpace(c) || isIn(U"»”’›)]\"«“‘‹\u200B", c);
}

/// Judges one text, code point by code point.
class PunctuationJudge {
public:
    explicit PunctuationJudge(std::string_view text) : text_(text) {}

    std::vector<PunctuationIssue> judge() {
        for (std::size_t begin = 0; begin < text_.size();) {
            std::size_t end = begin;
            bool hasKhmer = false;
            for (; end < text_.size() && !isLineEnd(text_[end]); ++end)
                hasKhmer = hasKhmer || isKhmer(text_[end]);
            if (hasKhmer) judgeLine(begin, end);
            begin = end + 1;
        }
        return std::move(issues_);
    }

private:
    void judgeLine(std::size_t begin, std::size_t end) {
        judgeStart(begin, end);
        for (std::size_t i = begin; i < end; ++i) {
            const char32_t c = text_[i];
            if (c == ':') judgeColon(i);
            if (c == kReahmuk || c == kYuukaleapintu) judgeFinal(i);
            if (c == '.') judgeStop(i, begin);
            if (isIn(U".,?!;:។៕៖៘៚", c)) i = judgeRow(i);
        }
    }

    /// What no line begins with, behind spaces and invisible characters.
    void judgeStart(std::size_t begin, std::size_t end) {
        std::size_t i = begin;
        while (i < end && (isSpace(text_[i]) || isIn(U"\u200B\u2060\uFEFF", text_[i])))
            ++i;
        if (isIn(U"ៗ។៕៖?!", text_[i])) add(PunctuationKind::LineStart, i, i + 1);
    }

    void judgeColon(std::size_t i) {
        const char32_t before = text_[i - 1];
        const bool isBehindKhmer = isKhmerWordPart(before) || before == kRepetition;
        if (isBehindKhmer && mayFollowSentence(text_[i + 1])) add(PunctuationKind::Colon, i, i + 1);
    }

    void judgeFinal(std::size_t i) {
        if (isWrongFinal(text_, i)) add(PunctuationKind::WrongFinal, i, i + 1);
    }

    /// A full stop behind a word of more than one cluster, or of one with no full stop before it.
    void judgeStop(std::size_t i, std::size_t lineBegin) {
        if (!mayFollowSentence(text_[i + 1])) return;
        std::size_t last = i;
        while (last > lineBegin && isIn(U"»”’›)\"", text_[last - 1]))
            --last;
        const char32_t before = last > lineBegin ? text_[last - 1] : 0;
        if (!isKhmerWordPart(before) && before != kRepetition) return;
        std::size_t first = last;
        while (first > lineBegin &&
               (isKhmerWordPart(text_[first - 1]) || text_[first - 1] == kRepetition))
            --first;
        if (isOneCluster(first, last)) return;
        add(PunctuationKind::FinalStop, i, i + 1);
    }

    /// An abbreviation's letter.
    bool isOneCluster(std::size_t first, std::size_t last) const {
        const std::string_view word = text_.text(first, last);
        return nextCluster(word, 0) == word.size();
    }

    /// A row of one mark from `i` on; answers its last place.
    std::size_t judgeRow(std::size_t i) {
        std::size_t end = i + 1;
        while (text_[end] == text_[i])
            ++end;
        const bool isEllipsis = text_[i] == '.' && end == i + 3;
        if (end > i + 1 && !isEllipsis) add(PunctuationKind::RepeatedMark, i, end);
        return end - 1;
    }

    void add(PunctuationKind kind, std::size_t begin, std::size_t end) {
        issues_.push_back({kind, text_.offset(begin), text_.offset(end)});
    }

    const CodePoints text_;
    std::vector<PunctuationIssue> issues_;
};

}  // namespace

std::vector<PunctuationIssue> punctuationIssuesIn(std::string_view text) {
    std::vector<PunctuationIssue> issues = PunctuationJudge(text).judge();
    std::ranges::stable_sort(issues, {}, &PunctuationIssue::begin);
    return issues;
}

}  // namespace subs
