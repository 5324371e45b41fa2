// SPDX-License-Identifier: MIT
#include "job/convert_parts.h"

#include <subs/format/parts.h>
#include <subs/job/cue_lines.h>

#include "format/document_losses.h"
#include "format/karaoke_times.h"
#include "format/lowering.h"
#include "job/convert_document.h"
#include "job/part_line.h"
#include "job/target_format.h"
#include "job/text_parts.h"
#include "text/charset_detect.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace subs {
namespace {

namespace fs = std::filesystem;

bool isUtf8(const std::string& encoding) {
    return encoding.empty() || encoding == "UTF-8" || encoding == "utf-8";
}

/// True of options that a part can follow without knowing the others.
bool suitsParts(const ConvertOptions& options) {
    return !isFrameRule(options.writing.rounding) && isUtf8(options.writing.encoding) &&
           !options.reading.encoding && !options.moving && !options.normalising && !options.wrap;
}

WriteOptions writingOf(const ConvertOptions& options) {
    WriteOptions writing = options.writing;
    if (options.frames != nullptr) writing.timeline = &options.frames->timeline;
    return writing;
}

/// The format of a text of this name that begins with `head`; null where it is not certain.
const Format* formatOf(std::string_view head,
                       const fs::path& name,
                       const DocumentOptions& options) {
    if (!options.format.empty()) return formatNamed(options.format);
    const auto found = recognisedByBeginning(head);
    return found && !remarkOnEnding(*found->format, name) ? found->format : nullptr;
}

/// So many parts are worth a thread of their own.
constexpr std::size_t kLongParts = 4;

/// One file on its way.
class Conversion {
public:
    Conversion(TextParts& text, const Format& from, const Format& to, const ConvertOptions& options)
        : text_(text),
          options_(options),
          reader_(from.partReader(text.head(),
                                  {options.reading.language, readingOf(options).timeline})),
          writer_(to.partWriter(writingOf(options))) {
        result_.from = &from;
        result_.to = &to;
    }

    /// Does all but finish `file`. Nothing where it cannot be done in parts.
    std::optional<Converted> into(FileWriter& file, std::size_t threads) {
        if (!reader_ || !writer_) return std::nullopt;
        PartLine line([&](PartStage stage, Part& part) { return work(stage, part, file); });
        if (!line.run(threads) || result_.cues == 0) return std::nullopt;
        result_.diagnostics = reader_->takeDiagnostics();
        putLossesInOrder();
        result_.lossesOfDocument = result_.losses.items.size();
        return std::move(result_);
    }

private:
    /// Each stage has members of its own.
    bool work(PartStage stage, Part& part, FileWriter& file) {
        switch (stage) {
            case PartStage::Cut:
                return cut(part);
            case PartStage::Read:
                return read(part);
            case PartStage::Write:
                return write(part) && flush(file);
        }
        return false;
    }

    bool cut(Part& part) {
        const auto next = text_.next(*reader_);
        if (!next) return false;
        part.place = next->place;
        part.origin->text = next->text;
        part.origin->newline = text_.newline();
        part.next.reset();
        if (part.place == PartPlace::Middle) part.next = reader_->firstStart(next->behind);
        return true;
    }

    bool read(Part& part) {
        part.linesBefore = reader_->linesRead();
        part.document.language.clear();  // of the part that it held before
        if (!reader_->read(*part.origin, part.place, part.document)) return false;
        part.document.format = result_.from->info().id;
        part.document.language = languageOf(part.document);
        return true;
    }

    /// What the whole document's language is, as far as it is read.
    std::string languageOf(const Document& part) {
        if (!options_.reading.language.empty()) return options_.reading.language;
        return part.language.empty() ? sample_.with(part) : part.language;
    }

    bool write(const Part& part) {
        const std::optional<Document> held =
            lowered(part.document, result_.to->info(), loweringLosses_, FileText::ValidUtf8);
        const Document& document = held ? *held : part.document;
        const bool isFirst = !std::exchange(hasBegun_, true);
        const bool begun = isFirst ? begin(document) : isAsBegun(document);
        result_.cues += document.cues.size();
        if (std::ranges::any_of(part.document.cues, hasEarlyTime)) result_.hasEarlyTimes = true;
        if (!begun || !writer_->append(out_, {document, part.place, part.next}, result_.losses))
            return false;
        placeLosses(part, loweringLosses_);
        placeLosses(part, result_.losses);
        return true;
    }

    /// As for a whole file: what was taken out beforehand is first, raw pieces are last.
    void putLossesInOrder() {
        std::vector<LossItem>& items = result_.losses.items;
        // Not that of ranges, which clang 14 cannot read.
        std::stable_partition(
            items.begin(), items.end(), [](const LossItem& item) { return !isOfRaw(item); });
        std::vector<LossItem>& first = loweringLosses_.items;
        items.insert(items.begin(),
                     std::make_move_iterator(first.begin()),
                     std::make_move_iterator(first.end()));
    }

    /// Notes in which lines of the file the losses begin that are new with `part`.
    static void placeLosses(const Part& part, LossReport& losses) {
        for (LossItem& loss : losses.items) {
            if (loss.line > 0) continue;
            if (isOfRaw(loss)) placeRaw(loss, part);
            if (loss.cues.empty()) continue;
            const auto first = indexOf(part.document, loss.cues.front());
            if (first) loss.line = part.linesBefore + lineOfCue(part.document, *first);
        }
    }

    static void placeRaw(LossItem& loss, const Part& part) {
        const std::uint32_t line = lineOfRaw(part.document, loss.before);
        if (line > 0) loss.line = part.linesBefore + line;
    }

    bool begin(const Document& first) {
        if (options_.writing.bom == BomChoice::Yes) out_ += kUtf8Bom;
        language_ = first.language;
        title_ = first.title;
        styles_ = first.styles.size();
        canvas_ = first.canvas;
        return writer_->begin(out_, first, result_.losses);
    }

    /// False where a part brings what belongs to the beginning, which is written already.
    bool isAsBegun(const Document& part) const {
        return part.language == language_ && part.title == title_ &&
               part.styles.size() == styles_ && part.canvas == canvas_;
    }

    bool flush(FileWriter& file) {
        const auto done = file.append(out_);
        out_.clear();
        return done.has_value();
    }

    TextParts& text_;
    const ConvertOptions& options_;
    std::unique_ptr<PartReader> reader_;
    std::unique_ptr<PartWriter> writer_;
    LanguageSample sample_;
    bool hasBegun_ = false;
    std::string language_;
    std::string title_;
    std::size_t styles_ = 0;
    std::optional<Canvas> canvas_;
    std::string out_;
    LossReport loweringLosses_;  ///< Of what the target has no word for.
    Converted result_;
};

}  // namespace

Result<void> makeFolderOf(const fs::path& output) {
    std::error_code error;
    if (output.has_parent_path()) fs::create_directories(output.parent_path(), error);
    if (!error) return {};
    return failure(
        "io.failed",
        fmt::format(
            "cannot make the folder {}: {}", output.parent_path().string(), error.message()));
}

Result<std::optional<Converted>> convertedInParts(const fs::path& input,
                                                  const fs::path& output,
                                                  const ConvertOptions& options,
                                                  const PartsOptions& parts) {
    const std::optional<Converted> kNotInParts;
    if (!suitsParts(options) || options.format == nullptr) return kNotInParts;
    auto text = TextParts::open(input, parts.partSize);
    if (!text) return kNotInParts;
    const Format* from = formatOf(text->head(), input, options.reading);
    if (from == nullptr) return kNotInParts;
    const Format& target = targetFor(*from, options.format, options.choice, output);
    if (&target == from) return kNotInParts;
    if (!makeFolderOf(output)) return kNotInParts;
    auto file = FileWriter::create(output, {.existing = options.existing});
    if (!file) return kNotInParts;
    const bool isLong = text->fileSize() >= kLongParts * parts.partSize;
    const std::size_t threads = isLong && parts.threads == FileThreads::Two ? 2 : 1;
    auto done = Conversion(*text, *from, target, options).into(*file, threads);
    if (const auto same = text->checkUnchanged(); !same) return tl::unexpected(same.error());
    if (!done || !file->finish()) return kNotInParts;
    return done;
}

}  // namespace subs
