// SPDX-License-Identifier: MIT
#include "job/sidecar/cue_terms.h"

#include "job/sidecar/style_names.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace subs {
namespace {

/// So many cues are written and read in one go. Fewer where a format makes none or several of one.
constexpr std::size_t kCuesAtOnce = 256;

/// Writes cues of one document in another format and reads them again.
class Translation {
public:
    Translation(const Format& format, const Document& document, const WriteOptions& options)
        : format_(format), document_(document) {
        options_.rounding = options.rounding;
        options_.timeline = options.timeline;
        some_.format = document.format;
        some_.language = document.language;
        some_.canvas = document.canvas;
        some_.styles = document.styles;
        for (Style& style : some_.styles)
            style.piece = {};
    }

    std::vector<std::optional<CueInFormat>> of(std::span<const std::size_t> places) {
        std::vector<std::optional<CueInFormat>> result;
        result.reserve(places.size());
        while (!places.empty()) {
            const auto some = places.first(std::min(places.size(), kCuesAtOnce));
            append(some, result);
            places = places.subspan(some.size());
        }
        return result;
    }

private:
    void append(std::span<const std::size_t> places,
                std::vector<std::optional<CueInFormat>>& result) {
        std::vector<CueInFormat> cues = read(places);
        if (cues.size() == places.size()) {
            result.insert(result.end(),
                          std::make_move_iterator(cues.begin()),
                          std::make_move_iterator(cues.end()));
        } else if (places.size() == 1) {
            result.emplace_back();
        } else {
            append(places.first(places.size() / 2), result);
            append(places.subspan(places.size() / 2), result);
        }
    }

    std::vector<CueInFormat> read(std::span<const std::size_t> places) {
        some_.cues.clear();
        for (const std::size_t place : places) {
            some_.cues.push_back(document_.cues[place]);
            some_.cues.back().piece = {};
        }
        auto text = format_.write(some_, options_);
        if (!text) return {};
        Origin origin;
        origin.text = *std::move(text);
        return cuesOf(
            format_.read(std::move(origin), {document_.language, options_.timeline}).document);
    }

    std::vector<CueInFormat> cuesOf(Document document) const {
        const bool hasNames = namesStyles(format_);
        std::vector<CueInFormat> cues;
        cues.reserve(document.cues.size());
        for (Cue& cue : document.cues) {
            const Style* const look = hasNames ? nullptr : styleOf(document, cue);
            CueInFormat& one = cues.emplace_back();
            if (look != nullptr) one.look = *look;
            one.cue = std::move(cue);
            one.cue.id = {};
            one.cue.piece = {};
        }
        return cues;
    }

    const Format& format_;
    const Document& document_;
    WriteOptions options_;
    Document some_;
};

}  // namespace

std::vector<std::optional<CueInFormat>> cuesInTermsOf(const Format& format,
                                                      const Document& document,
                                                      std::span<const std::size_t> places,
                                                      const WriteOptions& options) {
    return Translation(format, document, options).of(places);
}

}  // namespace subs
