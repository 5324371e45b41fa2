// SPDX-License-Identifier: MIT
#pragma once

#include "shot_sources.h"

#include <cstdint>
#include <string>
#include <vector>

namespace bench {

/// What is known of a clip because it was made so.
struct TrueTransition {
    std::string kind;  ///< "dissolve", "fade-in", "fade-out"
    int from = 0;      ///< The first frame that is mixed.
    int to = 0;        ///< The last one.
};
struct Truth {
    std::vector<int> cuts;  ///< First frames of new shots.
    std::vector<TrueTransition> transitions;
};

/// How the camera stands and moves in one shot, and what happens before it. Places and lengths are
/// shares of the scene's width.
struct Shot {
    const Scene* scene = nullptr;
    float x = 0.5F, y = 0.5F, view = 0.6F;  ///< Centre and width of what is seen of the scene.
    float dx = 0, dy = 0, zoom = 1;         ///< A frame.
    float shake = 0;                        ///< Of a hand.
    float light = 1, drift = 0, flicker = 0;
    const Scene* actor = nullptr;  ///< Somebody who moves through the picture; null: nobody.
    float actorX = 0, actorY = 0, actorDx = 0, actorSize = 0;
    int flashAt = -1, flashLength = 0;  ///< Frames since the shot began.
    float flashLight = 0;
    int whipAt = -1, whipLength = 0;
    float whipDx = 0;
    int passAt = -1, passLength = 0;  ///< Something near and dark goes by.
    std::uint32_t seed = 0;
};

struct Looks {
    float grain = 0;  ///< Standard deviation, of 255.
    float bars = 0;   ///< Black above and below, a share of the height each.
};

/// A picture of `width` × `height`, red, green and blue of 0 to 255.
struct Canvas {
    int width = 0;
    int height = 0;
    std::vector<Colour> pixels;
};

/// Its bytes as planar 4:2:0, BT.601 in limited range.
std::string rawPicture(const Canvas& canvas);

/// Frame `time` of `shot`, from 0.
void film(const Shot& shot, int time, Canvas& canvas);

/// A clip: its shots by a seed, and each of its frames, in order.
class Clip {
public:
    /// `photos` are borrowed; without any all scenes are invented.
    Clip(std::uint32_t seed, int frames, const std::vector<Scene>& photos);

    const Truth& truth() const { return truth_; }
    int frames() const { return frames_; }
    /// Draws frame `number`.
    void draw(int number, Canvas& canvas);

private:
    struct Piece {
        Shot shot;
        int begin = 0;        ///< The first frame in which it is seen.
        int end = 0;          ///< Behind the last.
        int mixed = 0;        ///< Frames at its beginning that are dissolved with the piece before.
        int fadeIn = 0;       ///< Frames at its beginning that come out of `ground`.
        int fadeOut = 0;      ///< Frames at its end that go into it.
        bool isFlat = false;  ///< Nothing but the ground.
        float ground = 0;
    };

    void plan(Random& random, const std::vector<Scene>& photos);
    Shot newShot(Random& random, const std::vector<Scene>& photos, int length);
    Shot otherSideOf(const Shot& shot, Random& random);
    void addEvents(Shot& shot, Random& random, int length, int lead, int tail);
    int addHold(Random& random, int begin);
    void drawPiece(const Piece& piece, int number, Canvas& canvas);

    int frames_;
    Looks looks_;
    std::vector<Scene> invented_;
    std::vector<Piece> pieces_;
    Truth truth_;
    Canvas other_;
    std::uint32_t seed_;
};

}  // namespace bench
