// SPDX-License-Identifier: MIT
#pragma once

#include "bench/shot_clip.h"

#include <algorithm>
#include <array>
#include <vector>

namespace testing {

/// What happens in the film of the shots' tests; `shot_source` writes it, tests know it by these
/// numbers.
struct ShotScript {
    static constexpr int kFrames = 290;
    static constexpr int kFirstCut = 40;
    static constexpr int kFlash = 62;  ///< Two frames long.
    static constexpr int kSecondCut = 90;
    static constexpr int kWhip = 108;  ///< Eight frames long.
    static constexpr int kDissolve = 150;
    static constexpr int kDissolveEnd = 165;  ///< The last mixed frame.
    static constexpr int kFadeOut = 205;
    static constexpr int kBlack = 220;  ///< The first frame that is black.
    static constexpr int kFadeIn = 226;
    static constexpr int kFadeInEnd = 243;  ///< The last one that is not all there.
};

/// Draws frames of that film.
class ShotFilm {
public:
    ShotFilm() {
        bench::Random random(7);
        scenes_.reserve(5);
        for (int i = 0; i < 5; ++i)
            scenes_.push_back(bench::inventedScene(random));
    }

    void draw(int frame, bench::Canvas& canvas) {
        using Script = ShotScript;
        if (frame < Script::kFirstCut) return draw(0, frame, canvas);
        if (frame < Script::kSecondCut) return draw(1, frame - Script::kFirstCut, canvas);
        if (frame < Script::kDissolve) return draw(2, frame - Script::kSecondCut, canvas);
        if (frame <= Script::kDissolveEnd) return mix(frame, canvas);
        if (frame < Script::kFadeIn) {
            draw(3, frame - Script::kDissolve, canvas);
            return dim(canvas,
                       share(Script::kBlack - frame, Script::kBlack - Script::kFadeOut + 1));
        }
        draw(4, frame - Script::kFadeIn, canvas);
        dim(canvas, share(frame - Script::kFadeIn + 1, Script::kFadeInEnd - Script::kFadeIn + 2));
    }

private:
    static float share(int of, int whole) {
        return std::clamp(static_cast<float>(of) / static_cast<float>(whole), 0.0F, 1.0F);
    }

    /// The shots: a pan, a flash with a shaking hand, a whip, a slow zoom, somebody who walks by.
    bench::Shot shotOf(std::size_t number) const {
        bench::Shot shot;
        shot.scene = &scenes_[number];
        shot.seed = static_cast<std::uint32_t>(number);
        if (number == 0) shot.dx = 0.006F;
        if (number == 1) {
            shot.shake = 0.01F;
            shot.flashAt = ShotScript::kFlash - ShotScript::kFirstCut;
            shot.flashLength = 2;
            shot.flashLight = 1.5F;
        }
        if (number == 2) {
            shot.whipAt = ShotScript::kWhip - ShotScript::kSecondCut;
            shot.whipLength = 8;
            shot.whipDx = 0.8F;
        }
        if (number == 3) shot.zoom = 0.998F;
        if (number == 4) {
            shot.actor = &scenes_[0];
            shot.actorSize = 0.1F;
            shot.actorY = 0.6F;
            shot.actorDx = 0.015F;
        }
        return shot;
    }

    void draw(std::size_t number, int time, bench::Canvas& canvas) const {
        bench::film(shotOf(number), time, canvas);
    }

    void mix(int frame, bench::Canvas& canvas) {
        bench::Canvas with = canvas;
        draw(2, frame - ShotScript::kSecondCut, canvas);
        draw(3, frame - ShotScript::kDissolve, with);
        const float part = share(frame - ShotScript::kDissolve + 1,
                                 ShotScript::kDissolveEnd - ShotScript::kDissolve + 2);
        for (std::size_t i = 0; i < canvas.pixels.size(); ++i) {
            bench::Colour& pixel = canvas.pixels[i];
            pixel = {pixel.red + part * (with.pixels[i].red - pixel.red),
                     pixel.green + part * (with.pixels[i].green - pixel.green),
                     pixel.blue + part * (with.pixels[i].blue - pixel.blue)};
        }
    }

    static void dim(bench::Canvas& canvas, float light) {
        for (bench::Colour& pixel : canvas.pixels)
            pixel = {pixel.red * light, pixel.green * light, pixel.blue * light};
    }

    std::vector<bench::Scene> scenes_;
};

}  // namespace testing
