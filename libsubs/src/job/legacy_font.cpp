// SPDX-License-Identifier: MIT
#include <subs/base/counted.h>
#include <subs/base/file.h>
#include <subs/base/utf8.h>
#include <subs/job/legacy_font.h>
#include <subs/text/newline.h>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <utility>

namespace subs {
namespace {

constexpr double kDoubtful = 0.5;

Diagnostic remark(TextPlace place, std::string message) {
    return {Severity::Warning,
            place.line,
            place.column,
            std::string(kLegacyFontCode),
            std::move(message)};
}

std::string percent(double confidence) {
    return fmt::format("{} %", static_cast<int>(confidence * 100));
}

std::string utf8Of(std::u32string_view letters) {
    std::string text;
    for (const char32_t letter : letters)
        appendUtf8(text, letter);
    return text;
}

std::string_view unitOf(PlacedLegacy::In in) {
    return in == PlacedLegacy::In::Cue ? "cue" : "line";
}

/// "; ÿ Œ mean nothing and stay"
std::string unknownText(std::u32string_view unknown) {
    if (unknown.empty()) return {};
    std::vector<std::string> letters;
    for (const char32_t letter : unknown)
        letters.push_back(utf8Of(std::u32string_view(&letter, 1)));
    return fmt::format("; no sign is known for {}, which {}",
                       fmt::join(letters, " "),
                       letters.size() == 1 ? "stays" : "stay");
}

std::string noTableText(const LegacyCue& cue) {
    return fmt::format(
        "the font \"{}\", of the family {} from before Unicode, which there is no table for; the text stays",
        cue.fontName,
        nameOf(cue.font));
}

std::string otherFamilyText(const LegacyCue& cue) {
    return fmt::format("the font \"{}\", of the family {}, which was not asked for; the text stays",
                       cue.fontName,
                       nameOf(cue.font));
}

std::vector<const PlacedLegacy*> ofOutcome(std::span<const PlacedLegacy> found,
                                           LegacyOutcome outcome) {
    std::vector<const PlacedLegacy*> some;
    for (const PlacedLegacy& one : found)
        if (one.text.outcome == outcome) some.push_back(&one);
    return some;
}

double meanConfidence(std::span<const PlacedLegacy* const> some) {
    double sum = 0;
    for (const PlacedLegacy* one : some)
        sum += one->text.confidence;
    return sum / static_cast<double>(some.size());
}

/// "; the fonts Limon R1, Limon S1 became Khmer OS Battambang"
std::string fontsText(std::span<const PlacedLegacy* const> some, const LegacyOptions& options) {
    std::set<std::string> names;
    for (const PlacedLegacy* one : some)
        if (one->text.reason == LegacyReason::FontName) names.insert(one->text.fontName);
    if (names.empty()) return {};
    return fmt::format("; the font{} {} became {}",
                       names.size() == 1 ? "" : "s",
                       fmt::join(names, ", "),
                       options.khmerFont);
}

Diagnostic convertedRemark(std::span<const PlacedLegacy* const> some,
                           std::size_t count,
                           const LegacyOptions& options) {
    std::u32string unknown;
    for (const PlacedLegacy* one : some)
        for (const char32_t letter : one->text.unknown)
            if (unknown.find(letter) == std::u32string::npos) unknown += letter;
    const PlacedLegacy& first = *some.front();
    return remark({},
                  fmt::format("{} of {} converted from the font {} into Unicode ({}){}{}",
                              some.size(),
                              counted(count, unitOf(first.in)),
                              nameOf(first.text.font),
                              percent(meanConfidence(some)),
                              fontsText(some, options),
                              unknownText(unknown)));
}

/// What is to be said of text in fonts that nothing is done about, all for one reason.
Diagnostic leftRemark(std::span<const PlacedLegacy* const> left, std::size_t count) {
    const PlacedLegacy& first = *left.front();
    const bool isOther = first.text.outcome == LegacyOutcome::OtherFamily;
    return remark(first.place,
                  fmt::format("{} of {} {} in {}",
                              left.size(),
                              counted(count, unitOf(first.in)),
                              left.size() == 1 ? "is" : "are",
                              isOther ? otherFamilyText(first.text) : noTableText(first.text)));
}

/// What is to be said of text that nobody asked to convert.
std::optional<Diagnostic> unaskedRemark(std::span<const PlacedLegacy> found, std::size_t count) {
    std::vector<const PlacedLegacy*> sure = ofOutcome(found, LegacyOutcome::Converted);
    const bool isKnown = !sure.empty();
    if (!isKnown) sure = ofOutcome(found, LegacyOutcome::NoTable);
    if (sure.empty()) return std::nullopt;
    const PlacedLegacy& first = *sure.front();
    const std::string some = fmt::format("{} of {}", sure.size(), counted(count, unitOf(first.in)));
    const bool isOne = sure.size() == 1;
    if (!isKnown)
        return remark(
            first.place,
            fmt::format("{} {} in {}", some, isOne ? "is" : "are", noTableText(first.text)));
    return remark(
        first.place,
        fmt::format(
            "{} {} like text for the font {} ({}); \"subs normalize --legacy-font auto\" puts it into Unicode",
            some,
            isOne ? "looks" : "look",
            nameOf(first.text.font),
            percent(meanConfidence(sure))));
}

/// Converts the lines of a plain text.
class LineConverter {
public:
    LineConverter(std::string_view text, const LegacyOptions& options)
        : text_(text),
          options_(options),
          font_(options.font.value_or(LegacyFont::Limon)),
          table_(options.tableOf(font_)) {}

    LegacyLines converted() {
        std::vector<std::string_view> lines;
        for (LineReader reader(text_); reader.next();)
            lines.push_back(reader.line());
        const std::vector<double> confidences =
            options_.font ? std::vector<double>() : legacyConfidences(lines);
        result_.text.reserve(text_.size());
        for (std::size_t i = 0; i < lines.size(); ++i)
            take(lines[i], i, options_.font ? 1 : confidences[i]);
        result_.text.append(text_.substr(done_));
        return std::move(result_);
    }

private:
    void take(std::string_view line, std::size_t index, double confidence) {
        if (confidence < kDoubtful) return;
        if (!options_.font && confidence < options_.leastConfidence)
            return tell(line, index, LegacyOutcome::Doubtful, confidence);
        LegacyConverted done = convertedLegacy(
            line, table_, options_.font ? LegacyScope::All : LegacyScope::KeepLatinWords);
        if (done.edits.empty()) return;
        tell(line, index, LegacyOutcome::Converted, options_.font ? done.confidence : confidence);
        LegacyCue& told = result_.found.back().text;
        told.after = done.text;
        told.unknown = std::move(done.unknown);
        const auto begin = static_cast<std::size_t>(line.data() - text_.data());
        result_.text.append(text_.substr(done_, begin - done_)).append(done.text);
        done_ = begin + line.size();
    }

    void tell(std::string_view line, std::size_t index, LegacyOutcome outcome, double confidence) {
        LegacyCue cue{index,
                      font_,
                      options_.font ? LegacyReason::Asked : LegacyReason::Statistics,
                      outcome,
                      confidence};
        cue.before = cue.after = line;
        result_.found.push_back(
            {std::move(cue), {static_cast<std::uint32_t>(index + 1), 1}, PlacedLegacy::In::Line});
    }

    const std::string_view text_;
    const LegacyOptions& options_;
    const LegacyFont font_;
    const LegacyTable table_;
    std::size_t done_ = 0;
    LegacyLines result_;
};

std::string whatIsSaid(const LegacyCue& cue) {
    switch (cue.outcome) {
        case LegacyOutcome::Converted:
            return fmt::format("text for the font {} ({}): \"{}\" → \"{}\"{}",
                               nameOf(cue.font),
                               percent(cue.confidence),
                               cue.before,
                               cue.after,
                               unknownText(cue.unknown));
        case LegacyOutcome::Doubtful:
            return fmt::format("may be text for the font {} ({}), left as it is: \"{}\"",
                               nameOf(cue.font),
                               percent(cue.confidence),
                               cue.before);
        case LegacyOutcome::OtherFamily:
            return fmt::format("text in {}", otherFamilyText(cue));
        case LegacyOutcome::NoTable:
            break;
    }
    return fmt::format("text in {}", noTableText(cue));
}

}  // namespace

std::vector<PlacedLegacy> placedLegacy(std::vector<LegacyCue> cues, const Document& document) {
    if (cues.empty()) return {};
    const std::vector<std::uint32_t> lines = cueLinesOf(document);
    std::vector<PlacedLegacy> placed;
    placed.reserve(cues.size());
    for (LegacyCue& cue : cues) {
        const std::uint32_t line = lines[cue.index];
        placed.push_back({std::move(cue), {line, 0}});
    }
    return placed;
}

Result<LegacyTable> readLegacyTable(const std::filesystem::path& path) {
    const auto text = readFile(path);
    if (!text) return tl::unexpected(text.error());
    auto table = LegacyTable::parse(*text);
    if (!table) return tl::unexpected(about(path.string(), table.error()));
    return table;
}

LegacyLines withLegacyConverted(std::string_view text, const LegacyOptions& options) {
    return LineConverter(text, options).converted();
}

Diagnostic legacyDiagnostic(const PlacedLegacy& legacy) {
    const std::string cue = legacy.in == PlacedLegacy::In::Cue
                                ? fmt::format("cue {}: ", legacy.text.index + 1)
                                : std::string();
    return remark(legacy.place, cue + whatIsSaid(legacy.text));
}

Diagnostics legacyRemarks(std::span<const PlacedLegacy> found,
                          std::size_t count,
                          const LegacyOptions& options) {
    Diagnostics remarks;
    const auto converted = ofOutcome(found, LegacyOutcome::Converted);
    if (!converted.empty()) remarks.push_back(convertedRemark(converted, count, options));
    for (const PlacedLegacy* doubtful : ofOutcome(found, LegacyOutcome::Doubtful))
        remarks.push_back(legacyDiagnostic(*doubtful));
    for (const LegacyOutcome outcome : {LegacyOutcome::NoTable, LegacyOutcome::OtherFamily})
        if (const auto left = ofOutcome(found, outcome); !left.empty())
            remarks.push_back(leftRemark(left, count));
    return remarks;
}

Diagnostic noLegacyText(LegacyFont font) {
    return remark({}, fmt::format("there is no text for the font {}", nameOf(font)));
}

std::optional<Diagnostic> legacyRemark(const Document& document) {
    return unaskedRemark(placedLegacy(legacyConversion(document).cues, document),
                         document.cues.size());
}

std::optional<Diagnostic> legacyRemark(std::string_view text) {
    std::size_t lines = 0;
    for (LineReader reader(text); reader.next();)
        ++lines;
    return unaskedRemark(withLegacyConverted(text, {}).found, lines);
}

}  // namespace subs
