// SPDX-License-Identifier: MIT
#include "format/marked_text.h"

#include <algorithm>

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
        while (!open_.empty())
            close(open_.size() - 1);
    }

private:
    struct Open {
        const Mark* mark = nullptr;
        std::uint32_t leastEnd = 0;  ///< Of this tag and those around it.
    };

    void push(const Mark& mark) {
        const std::uint32_t least =
            open_.empty() ? mark.end : std::min(mark.end, open_.back().leastEnd);
        open_.push_back({&mark, least});
    }

    /// Writes the text up to `place` with the tags that close on the way there and at it.
    void closeUntil(std::size_t place) {
        while (!open_.empty() && open_.back().leastEnd <= place) {
            const std::uint32_t end = open_.back().leastEnd;
            std::size_t depth = open_.size() - 1;
            while (open_[depth].mark->end != end)
                --depth;
            textTo(end);
            close(depth);
        }
    }

    /// Closes the tag at `depth`, and those inside it for a moment.
    void close(std::size_t depth) {
        const bool reopens = open_.size() - depth <= kDeepestReopening;
        for (std::size_t i = open_.size(); reopens && i-- > depth + 1;)
            out_ += open_[i].mark->close;
        out_ += open_[depth].mark->close;
        const std::vector<Open> inside(open_.begin() + static_cast<std::ptrdiff_t>(depth) + 1,
                                       open_.end());
        open_.resize(depth);
        for (const Open& again : inside) {
            if (reopens) out_ += again.mark->open;
            push(*again.mark);
        }
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
    std::vector<Open> open_;
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
