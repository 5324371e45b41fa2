// SPDX-License-Identifier: MIT
#include "format/marked_text.h"

#include <algorithm>
#include <cstddef>
#include <queue>
#include <vector>

namespace subs {
namespace {

/// Deeper than any real text; beyond it tags may cross, which costs no quadratic output.
constexpr std::size_t kDeepestReopening = 32;

class MarkedText {
public:
    MarkedText(std::string& out,
               std::string_view plain,
               std::span<const TextEdit> edits,
               std::string_view newline)
        : out_(out), plain_(plain), edits_(edits), newline_(newline) {}

    void run(const std::vector<Mark>& marks) {
        for (const Mark& mark : marks) {
            closeUntil(mark.begin);
            textTo(mark.begin);
            out_ += mark.open;
            if (!mark.close.empty()) push(mark);
        }
        closeUntil(plain_.size());
        textTo(plain_.size());
        for (; edit_ < edits_.size(); ++edit_)
            out_ += edits_[edit_].replacement;
        for (std::size_t i = last_; i != kNone; i = tags_[i].around)
            out_ += tags_[i].mark->close;
    }

private:
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

    /// A tag, in a list of those that are open.
    struct Tag {
        const Mark* mark = nullptr;
        std::size_t around = kNone;
        std::size_t inside = kNone;
    };
    /// The one that ends first is on top, of those that end together the innermost.
    struct ByEnd {
        const std::vector<Tag>& tags;
        bool operator()(std::size_t a, std::size_t b) const {
            const std::uint32_t endOfA = tags[a].mark->end;
            const std::uint32_t endOfB = tags[b].mark->end;
            return endOfA != endOfB ? endOfA > endOfB : a < b;
        }
    };

    void push(const Mark& mark) {
        const std::size_t tag = tags_.size();
        tags_.push_back({&mark, last_, kNone});
        if (last_ != kNone) tags_[last_].inside = tag;
        last_ = tag;
        ends_.push(tag);
    }

    /// Writes the text up to `place` with the tags that close on the way there and at it.
    void closeUntil(std::size_t place) {
        while (!ends_.empty() && tags_[ends_.top()].mark->end <= place) {
            const std::size_t tag = ends_.top();
            ends_.pop();
            textTo(tags_[tag].mark->end);
            close(tag);
        }
    }

    /// Closes a tag, and those inside it for a moment. O(log n).
    void close(std::size_t tag) {
        std::vector<const Mark*> inside;  // The innermost first.
        std::size_t i = last_;
        for (; i != tag && inside.size() + 1 < kDeepestReopening; i = tags_[i].around)
            inside.push_back(tags_[i].mark);
        if (i != tag) inside.clear();
        for (const Mark* const mark : inside)
            out_ += mark->close;
        out_ += tags_[tag].mark->close;
        for (auto mark = inside.rbegin(); mark != inside.rend(); ++mark)
            out_ += (*mark)->open;
        takeOut(tag);
    }

    void takeOut(std::size_t tag) {
        const auto [mark, around, inside] = tags_[tag];
        if (around != kNone) tags_[around].inside = inside;
        (inside != kNone ? tags_[inside].around : last_) = around;
    }

    void textTo(std::size_t place) {
        const std::size_t end = std::min(place, plain_.size());
        while (done_ < end) {
            const bool isEdited = edit_ < edits_.size() && edits_[edit_].begin < end;
            const std::size_t stop = isEdited ? edits_[edit_].begin : end;
            if (stop > done_) appendPlain(out_, plain_.substr(done_, stop - done_), newline_);
            done_ = stop;
            if (!isEdited) return;
            out_ += edits_[edit_].replacement;
            done_ = edits_[edit_].end;
            ++edit_;
        }
    }

    std::string& out_;
    std::string_view plain_;
    std::span<const TextEdit> edits_;
    std::string_view newline_;
    std::vector<Tag> tags_;     ///< All so far.
    std::size_t last_ = kNone;  ///< The innermost that is open.
    std::priority_queue<std::size_t, std::vector<std::size_t>, ByEnd> ends_{ByEnd{tags_}};
    std::size_t done_ = 0;
    std::size_t edit_ = 0;
};

}  // namespace

void appendMarked(std::string& out,
                  std::string_view plain,
                  const std::vector<Mark>& marks,
                  std::span<const TextEdit> edits,
                  std::string_view newline) {
    MarkedText(out, plain, edits, newline).run(marks);
}

void appendPlain(std::string& out, std::string_view plain, std::string_view newline) {
    std::size_t done = 0;
    for (std::size_t at = plain.find('\n'); at != std::string_view::npos;
         at = plain.find('\n', done)) {
        out.append(plain, done, at - done).append(newline);
        done = at + 1;
    }
    out.append(plain, done);
}

}  // namespace subs
