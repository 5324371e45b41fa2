// SPDX-License-Identifier: MIT
#include "job/pictures/write_pictures.h"

#include <subs/job/cue_lines.h>

#include "base/sha1.h"
#include "format/cinema/content_id.h"
#include "format/cinema/text_writer.h"
#include "format/fades.h"
#include "job/pictures/picture_element.h"
#include "job/pictures/picture_losses.h"
#include "job/pictures/picture_places.h"
#include "job/pictures/shown_times.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <iterator>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace subs {
namespace {

std::optional<cinema::Dialect> dialectOf(const Format& format) {
    for (const cinema::Dialect dialect : {cinema::Dialect::Dcdm, cinema::Dialect::Interop})
        if (cinema::wordsOf(dialect).id == format.info().id) return dialect;
    return std::nullopt;
}

using Digest = std::array<std::uint8_t, 20>;

/// The same for pictures that look the same, wherever they are.
Digest lookOf(const CuePicture& picture) {
    std::string bytes = fmt::format("{}x{}:", picture.box.width, picture.box.height);
    bytes.append(picture.pixels.begin(), picture.pixels.end());
    return sha1Of(bytes);
}

class PictureWriter {
public:
    PictureWriter(const Document& document, const PictureOptions& options, cinema::Dialect dialect)
        : document_(document),
          options_(options),
          dialect_(dialect),
          places_(options.height),
          elements_(document.cues.size()) {}

    /// Has all cues of `shown`, which is the document with its times on the screen, painted.
    Result<void> paint(const Document& shown, const std::stop_token& stop) {
        Document painted = shown;
        for (Cue& cue : painted.cues) {
            if (hasOwnPicture(cue)) cue.kind = CueKind::Comment;
            // The file fades the picture, which is whole.
            std::vector<Span>& spans = cue.text.spans;
            if (const auto tag = findFadeTag(spans); tag != spans.end()) spans.erase(tag);
        }
        const auto take = [&](std::size_t index, const CuePicture& picture) {
            return add(shown.cues[index], index, picture);
        };
        auto remarks =
            options_.painter->paint({&painted, options_.width, options_.height}, take, stop);
        if (!remarks) return tl::unexpected(remarks.error());
        std::ranges::move(*remarks, std::back_inserter(diagnostics_));
        return {};
    }

    /// What is written: cues that are pictures, and notes.
    Document pictures(LossReport& losses) const {
        Document result;
        result.format = cinema::wordsOf(dialect_).id;
        result.language = document_.language;
        result.title = document_.title;
        result.canvas = cinema::kGrid;
        for (std::size_t i = 0; i < document_.cues.size(); ++i) {
            const Cue& cue = document_.cues[i];
            if (cue.kind == CueKind::Comment || hasOwnPicture(cue)) {
                result.cues.push_back(cue);
            } else if (elements_[i].empty()) {
                addBlank(cue, losses);
                continue;
            } else {
                addPictured(cue, losses);
                result.cues.push_back(pictureCue(cue, elements_[i]));
            }
            result.cues.back().piece = PieceRef();
        }
        result.lastId = document_.lastId;
        return result;
    }

    Diagnostics takenDiagnostics() { return std::move(diagnostics_); }

private:
    /// A cue of a file of the same format that is a picture already.
    bool hasOwnPicture(const Cue& cue) const {
        return document_.format == cinema::wordsOf(dialect_).id && cue.text.plain.empty() &&
               std::ranges::any_of(cue.text.spans, cinema::isPicture);
    }

    Result<void> add(const Cue& cue, std::size_t index, const CuePicture& picture) {
        if (picture.box.isEmpty()) return {};
        auto id = idOf(picture);
        if (!id) return tl::unexpected(id.error());
        const PictureMoves moves =
            isPlacedByHand(cue) ? PictureMoves::Never : PictureMoves::Allowed;
        const PlacedPicture placed = places_.place(picture.box, cue.start, *cue.end, moves);
        if (placed.isCovered)
            remark(index,
                   "pictures.overlap",
                   "its picture lies over that of another cue, of which a server may show one");
        if (isAtEdge(picture.box))
            remark(index,
                   "pictures.cut",
                   "its picture reaches the edge of the frame, where it may be cut off");
        elements_[index] =
            pictureElement(placed.box, options_.width, options_.height, *id, dialect_);
        return {};
    }

    bool isAtEdge(const PixelBox& box) const {
        return box.left <= 0 || box.top <= 0 || box.right() >= options_.width ||
               box.bottom() >= options_.height;
    }

    /// The name of the file that the picture is in; a new one is put there.
    Result<std::string> idOf(const CuePicture& picture) {
        const auto [known, isNew] = ids_.try_emplace(lookOf(picture));
        if (!isNew) return known->second;
        auto png = options_.painter->encoded(picture);
        if (!png) return tl::unexpected(png.error());
        std::string id = cinema::pictureId(*png);
        if (auto done = options_.put(pictureFileName(id), *png); !done)
            return tl::unexpected(done.error());
        return known->second = std::move(id);
    }

    void remark(std::size_t index, std::string_view code, std::string_view what) {
        diagnostics_.push_back({Severity::Warning,
                                lineOfCue(document_, index),
                                0,
                                std::string(code),
                                fmt::format("cue {}: {}", index + 1, what)});
    }

    static Cue pictureCue(const Cue& cue, const std::string& element) {
        Cue picture;
        picture.id = cue.id;
        picture.start = cue.start;
        picture.end = cue.end;
        picture.label = cue.label;
        picture.speaker = cue.speaker;
        if (const auto fades = fadesOf(cue)) picture.settings = settingsOf(*fades);
        picture.text.spans = {{SpanKind::Opaque, 0, 0, element}};
        return picture;
    }

    const Document& document_;
    const PictureOptions& options_;
    cinema::Dialect dialect_;
    PicturePlaces places_;
    std::vector<std::string> elements_;  ///< Of each cue; empty where nothing is drawn.
    std::map<Digest, std::string> ids_;
    Diagnostics diagnostics_;
};

}  // namespace

Result<void> checkHoldsPictures(const Format& format) {
    if (dialectOf(format)) return {};
    return failure(
        "pictures.format",
        fmt::format("{} files hold no pictures; those of dcdm and interop do", format.info().name));
}

WrapOptions wrapOptionsFor(const PictureOptions& options) {
    WrapOptions wrap;
    wrap.existing = ExistingBreaks::Keep;
    wrap.mostLines = 3;
    wrap.aspect = static_cast<double>(options.width) / options.height;
    return wrap;
}

Result<WrittenPictures> writtenPictures(const Document& document,
                                        const Format& target,
                                        const WriteOptions& writing,
                                        const PictureOptions& options,
                                        const std::stop_token& stop) {
    if (auto holds = checkHoldsPictures(target); !holds) return tl::unexpected(holds.error());
    assert(options.painter != nullptr && options.put);
    const auto dialect = dialectOf(target);
    const auto shown = withShownTimes(document, writing, *dialect);
    if (!shown) return tl::unexpected(shown.error());
    PictureWriter writer(document, options, *dialect);
    if (auto done = writer.paint(*shown, stop); !done) return tl::unexpected(done.error());
    LossReport losses = paintingLosses(document);
    auto written = writtenDocument(writer.pictures(losses), target, writing);
    if (!written) return tl::unexpected(written.error());
    std::ranges::move(written->losses.items, std::back_inserter(losses.items));
    written->losses = std::move(losses);
    return WrittenPictures{*std::move(written), writer.takenDiagnostics()};
}

}  // namespace subs
