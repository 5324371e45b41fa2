// SPDX-License-Identifier: MIT
#include <subs/job/count_lines.h>
#include <subs/text/count.h>

#include "job/json_parts.h"

#include <fmt/format.h>

#include <cmath>
#include <utility>

namespace subs {
namespace {

/// Ems as they are told: in thousandths.
double thousandths(Em width) {
    return std::round(width.value * 1000) / 1000;
}

Json valueOf(const LineCount& count) {
    Json value = {{"code_points", count.codePoints},
                  {"clusters", count.clusters},
                  {"columns", count.columns},
                  {"words", count.words}};
    if (!count.drawn) return value;
    value["em"] = thousandths(count.drawn->advance);
    value["missing_glyphs"] = count.drawn->missingGlyphs;
    return value;
}

}  // namespace

LineCount countsOf(std::string_view line, Segmenter& segmenter, const Measurer* measurer) {
    LineCount count{counted(line, CountUnit::CodePoints),
                    counted(line, CountUnit::Clusters),
                    counted(line, CountUnit::Columns),
                    countedWords(line, segmenter)};
    if (measurer) count.drawn = measurer->measured(line);
    return count;
}

std::string countText(const LineCount& count) {
    std::string text =
        fmt::format("{}\t{}\t{}\t{}", count.codePoints, count.clusters, count.columns, count.words);
    if (count.drawn) text += fmt::format("\t{:.3f}", count.drawn->advance.value);
    return text;
}

std::string countJson(std::span<const LineCount> counts, const Measurer* measurer) {
    Json lines = Json::array();
    for (const LineCount& count : counts)
        lines.push_back(valueOf(count));
    Json all = {{"lines", std::move(lines)}};
    if (measurer) all["font"] = measurer->family();
    return serialised(all);
}

}  // namespace subs
