// SPDX-License-Identifier: MIT
#include <subs/format/intermediate_documents.h>

#include "format/ttml/content_reader.h"

#include <algorithm>
#include <cstdint>

namespace subs {
namespace {

using namespace ttml;

/// From `when` on there are so many more things to see.
struct Step {
    Fraction when;
    std::int64_t more = 0;
};

/// Gathers when things begin and end.
class Moments final : public ContentVisitor {
public:
    void timed(const Interval& interval) override {
        times_.push_back(interval.begin);
        if (interval.end) times_.push_back(*interval.end);
    }

    void shown(const Interval& interval) override {
        steps_.push_back({interval.begin, 1});
        if (interval.end) steps_.push_back({*interval.end, -1});
    }

    std::vector<IntermediateDocument> documents() {
        std::ranges::sort(times_);
        times_.erase(std::unique(times_.begin(), times_.end()), times_.end());
        std::ranges::sort(steps_, {}, &Step::when);
        std::vector<IntermediateDocument> documents;
        std::int64_t count = 0;
        auto step = steps_.begin();
        for (const Fraction& time : times_) {
            for (; step != steps_.end() && step->when <= time; ++step)
                count += step->more;
            documents.push_back({time, count == 0});
        }
        return documents;
    }

private:
    std::vector<Fraction> times_;
    std::vector<Step> steps_;
};

}  // namespace

std::vector<IntermediateDocument> intermediateDocuments(std::string_view text) {
    Moments moments;
    Head head;
    readContent(text, moments, head);
    return moments.documents();
}

}  // namespace subs
