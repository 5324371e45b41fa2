// SPDX-License-Identifier: MIT
#pragma once

#include <subs/job/cue_painter.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace testing {

/// A painter without letters: boxes as they are told, in one colour that the text chooses.
struct FakePainter : subs::CuePainter {
    std::map<std::size_t, subs::PixelBox> boxes;  ///< By the cue's place; others draw nothing.
    std::size_t failsAt = SIZE_MAX;               ///< Of the cues that were painted.
    std::size_t padding = 0;                      ///< Bytes behind each "PNG".
    std::optional<subs::Document> painted;        ///< What it was given.
    std::size_t encodings = 0;

    FakePainter() = default;
    explicit FakePainter(std::map<std::size_t, subs::PixelBox> told) : boxes(std::move(told)) {}

    subs::Result<subs::Diagnostics> paint(const subs::PaintRequest& request,
                                          const Take& take,
                                          std::stop_token stop) override {
        painted = *request.document;
        std::size_t done = 0;
        for (std::size_t i = 0; i < painted->cues.size(); ++i) {
            const subs::Cue& cue = painted->cues[i];
            if (cue.kind != subs::CueKind::Dialogue) continue;
            if (stop.stop_requested()) return subs::failure("media.cancelled", "cancelled");
            if (done++ == failsAt) return subs::failure("media.no-renderer", "it broke");
            subs::CuePicture picture;
            if (boxes.contains(i)) picture = filled(boxes[i], cue.text.plain);
            if (auto taken = take(i, picture); !taken) return tl::unexpected(taken.error());
        }
        return subs::Diagnostics{
            {subs::Severity::Warning, 0, 0, "media.font-substituted", "another font"}};
    }

    subs::Result<std::string> encoded(const subs::CuePicture& picture) override {
        ++encodings;
        return "PNG " + std::to_string(picture.box.width) + "x" +
               std::to_string(picture.box.height) + " " + std::to_string(picture.pixels[0]) +
               std::string(padding, 'x');
    }

    static subs::CuePicture filled(const subs::PixelBox& box, const std::string& text) {
        const auto area =
            static_cast<std::size_t>(box.width) * static_cast<std::size_t>(box.height);
        const auto color = static_cast<std::uint8_t>(text.empty() ? 0 : text[0]);
        return {box, std::vector<std::uint8_t>(area * 4, color)};
    }
};

}  // namespace testing
