// SPDX-License-Identifier: MIT
#include <subs/text/writing.h>

#include <algorithm>
#include <array>
#include <utility>

namespace subs {
namespace {

struct KindInfo {
    std::string_view name;
    std::string_view sentence;
};

/// In the order of `WritingKind`.
constexpr std::array<KindInfo, 8> kKindInfos{{
    {"encoding", "the encoding is not in order"},
    {"spaces", "a space is needless, or no plain one"},
    {"digits", "a number is in other digits than those asked for"},
    {"number-marks", "a number has other marks than those asked for"},
    {"quotes", "a quote is of another style than the one asked for"},
    {"ellipsis", "an ellipsis is not written as asked for"},
    {"repetition-space", "the space before \u17D7 is not as asked for"},
    {"stop-space", "the space at a full stop is not as asked for"},
}};

const KindInfo& infoOf(WritingKind kind) {
    return kKindInfos.at(static_cast<std::size_t>(kind));
}

/// Does one step after the other.
class Writer {
public:
    explicit Writer(std::string_view text) : text_(text) {}

    void step(WritingKind kind, Normalised result) {
        if (result.edits.empty()) return;
        text_ = std::move(result.text);
        steps_.push_back({kind, std::move(result.edits)});
    }

    std::string text_;
    std::vector<WritingStep> steps_;
};

void writeOnce(Writer& writer, const WritingOptions& options) {
    const std::string& text = writer.text_;
    writer.step(WritingKind::Encoding, normalised(text, options.encoding));
    if (options.quotes) writer.step(WritingKind::Quotes, withQuotes(text, *options.quotes));
    if (options.ellipsis) writer.step(WritingKind::Ellipsis, withEllipsis(text, *options.ellipsis));
    if (options.digits) writer.step(WritingKind::Digits, withDigits(text, *options.digits));
    writer.step(WritingKind::NumberMarks, withNumberMarks(text, options.numberMarks));
    if (options.spaces == SpacePolicy::Tidy) writer.step(WritingKind::Spaces, withTidySpaces(text));
    if (options.beforeRepetition)
        writer.step(WritingKind::RepetitionSpace,
                    withSpaceBeforeRepetition(text, *options.beforeRepetition));
    if (options.beforeStop)
        writer.step(WritingKind::StopSpace, withSpaceBeforeStop(text, *options.beforeStop));
    if (options.afterStop)
        writer.step(WritingKind::StopSpace, withSpaceAfterStop(text, *options.afterStop));
}

/// Again while something changes: a plain space makes a U+200B beside it needless, a Khmer digit a
/// soft hyphen, and so on. The second time is nearly always the last one.
void writeAsAsked(Writer& writer, const WritingOptions& options) {
    constexpr int kMostRounds = 8;
    std::size_t steps = 0;
    for (int round = 0; round < kMostRounds; ++round) {
        writeOnce(writer, options);
        if (writer.steps_.size() == steps) return;
        steps = writer.steps_.size();
    }
}

}  // namespace

std::string_view nameOf(WritingKind kind) {
    return infoOf(kind).name;
}
std::string_view sentenceOf(WritingKind kind) {
    return infoOf(kind).sentence;
}

std::vector<WritingStep> writingSteps(std::string_view text, const WritingOptions& options) {
    Writer writer(text);
    writeAsAsked(writer, options);
    return std::move(writer.steps_);
}

std::string written(std::string_view text, const WritingOptions& options) {
    Writer writer(text);
    writeAsAsked(writer, options);
    return std::move(writer.text_);
}

std::vector<WritingChange> writingChanges(std::string_view text, const WritingOptions& options) {
    std::vector<WritingChange> changes;
    std::vector<OffsetMap> maps;
    const auto original = [&](std::size_t at, EditSide side) {
        for (std::size_t i = maps.size(); i-- > 0;)
            at = maps[i].before(at, side);
        return static_cast<std::uint32_t>(at);
    };
    for (const WritingStep& step : writingSteps(text, options)) {
        if (step.kind != WritingKind::Encoding)
            for (const TextEdit& edit : step.edits) {
                const std::uint32_t begin = original(edit.begin, EditSide::Begin);
                const std::uint32_t end = original(edit.end, EditSide::End);
                changes.push_back({step.kind, begin, std::max(begin, end), edit.replacement});
            }
        maps.emplace_back(step.edits);
    }
    std::ranges::stable_sort(changes, {}, &WritingChange::begin);
    return changes;
}

}  // namespace subs
