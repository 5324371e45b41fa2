// SPDX-License-Identifier: MIT
#include "shot_clip.h"

#include <algorithm>
#include <cmath>

namespace bench {
namespace {

constexpr float kShape = 16.0F / 9.0F;

float noise(std::uint32_t seed, int time) {
    std::uint32_t hash = seed * 747796405U + static_cast<std::uint32_t>(time) * 2891336453U + 1U;
    hash = ((hash >> ((hash >> 28U) + 4U)) ^ hash) * 277803737U;
    hash = (hash >> 22U) ^ hash;
    return static_cast<float>(hash >> 8U) / 8388608.0F - 1;
}

/// A hand's movement: slower noise and some quicker, -1 to 1.
float sway(std::uint32_t seed, int time) {
    const auto smooth = [&](int step, std::uint32_t salt) {
        const int cell = time / step;
        float share = static_cast<float>(time % step) / static_cast<float>(step);
        share = share * share * (3 - 2 * share);
        return noise(seed + salt, cell) +
               share * (noise(seed + salt, cell + 1) - noise(seed + salt, cell));
    };
    return 0.6F * smooth(11, 1) + 0.4F * smooth(4, 2);
}

struct View {
    float x = 0, y = 0, width = 0;
};

View viewOf(const Shot& shot, float time) {
    const int frame = static_cast<int>(time);
    View view{
        shot.x + shot.dx * time, shot.y + shot.dy * time, shot.view * std::pow(shot.zoom, time)};
    if (shot.whipAt >= 0) {
        float share = std::clamp(
            (time - static_cast<float>(shot.whipAt)) / static_cast<float>(shot.whipLength),
            0.0F,
            1.0F);
        share = share * share * (3 - 2 * share);
        view.x += shot.whipDx * share;
    }
    view.x += shot.shake * sway(shot.seed, frame);
    view.y += shot.shake * sway(shot.seed + 77, frame);
    return view;
}

float lightOf(const Shot& shot, int time) {
    float light = shot.light * (1 + shot.drift * static_cast<float>(time)) *
                  (1 + shot.flicker * noise(shot.seed + 5, time));
    return std::max(light, 0.02F);
}

bool isActor(const Shot& shot, float px, float py, int time) {
    if (shot.actor == nullptr) return false;
    const float ax = px - (shot.actorX + shot.actorDx * static_cast<float>(time));
    const float ay = (py - shot.actorY - 0.02F * std::sin(static_cast<float>(time) * 0.6F)) / 1.6F;
    return ax * ax + ay * ay < shot.actorSize * shot.actorSize;
}

/// How far the picture is hidden by what goes by, from the left.
bool isPassedBy(const Shot& shot, float px, int time) {
    const int since = time - shot.passAt;
    if (shot.passAt < 0 || since < 0 || since >= shot.passLength) return false;
    const float front =
        1.7F * static_cast<float>(since + 1) / static_cast<float>(shot.passLength + 1);
    return px < front && px > front - 0.7F;
}

bool isFlash(const Shot& shot, int time) {
    return shot.flashAt >= 0 && time >= shot.flashAt && time < shot.flashAt + shot.flashLength;
}

Colour seen(const Shot& shot, const View& view, float px, float py, int time) {
    if (isPassedBy(shot, px, time)) return {18 + 20 * py, 16, 14};
    if (isActor(shot, px, py, time)) return shot.actor->at(px * 0.4F + 0.3F, py * 0.4F + 0.2F);
    const float aspect =
        static_cast<float>(shot.scene->width) / static_cast<float>(shot.scene->height);
    return shot.scene->at(view.x + (px - 0.5F) * view.width,
                          view.y + (py - 0.5F) * view.width * aspect / kShape);
}

char byteOf(float value) {
    return static_cast<char>(static_cast<unsigned char>(std::clamp(value + 0.5F, 0.0F, 255.0F)));
}

Colour clipped(Colour colour) {
    return {std::clamp(colour.red, 0.0F, 255.0F),
            std::clamp(colour.green, 0.0F, 255.0F),
            std::clamp(colour.blue, 0.0F, 255.0F)};
}

}  // namespace

std::string rawPicture(const Canvas& canvas) {
    std::string luma;
    std::string blue;
    std::string red;
    const auto width = static_cast<std::size_t>(canvas.width);
    for (std::size_t i = 0; i < canvas.pixels.size(); ++i) {
        const Colour c = clipped(canvas.pixels[i]);
        luma += byteOf(16 + 0.257F * c.red + 0.504F * c.green + 0.098F * c.blue);
        if (i / width % 2 != 0 || i % width % 2 != 0) continue;
        blue += byteOf(128 - 0.148F * c.red - 0.291F * c.green + 0.439F * c.blue);
        red += byteOf(128 + 0.439F * c.red - 0.368F * c.green - 0.071F * c.blue);
    }
    return luma + blue + red;
}

void film(const Shot& shot, int time, Canvas& canvas) {
    // What moves fast is blurred by the time that a frame is exposed: half of its length.
    const bool isFast =
        shot.whipAt >= 0 && time >= shot.whipAt && time <= shot.whipAt + shot.whipLength;
    const int samples = isFast ? 5 : 1;
    const float light = lightOf(shot, time);
    const float flash = isFlash(shot, time) ? shot.flashLight : 0;
    for (Colour& pixel : canvas.pixels)
        pixel = {};
    for (int sample = 0; sample < samples; ++sample) {
        const View view = viewOf(shot,
                                 static_cast<float>(time) + 0.5F * static_cast<float>(sample) /
                                                                static_cast<float>(samples));
        std::size_t at = 0;
        for (int y = 0; y < canvas.height; ++y) {
            for (int x = 0; x < canvas.width; ++x, ++at) {
                const float px = (static_cast<float>(x) + 0.5F) / static_cast<float>(canvas.width);
                const float py = (static_cast<float>(y) + 0.5F) / static_cast<float>(canvas.height);
                const Colour colour = seen(shot, view, px, py, time);
                const float gain = light / static_cast<float>(samples);
                canvas.pixels[at].red += colour.red * gain;
                canvas.pixels[at].green += colour.green * gain;
                canvas.pixels[at].blue += colour.blue * gain;
            }
        }
    }
    if (flash <= 0) return;
    for (Colour& pixel : canvas.pixels)
        pixel = {pixel.red * (1 + flash) + 60 * flash,
                 pixel.green * (1 + flash) + 60 * flash,
                 pixel.blue * (1 + flash) + 58 * flash};
}

Clip::Clip(std::uint32_t seed, int frames, const std::vector<Scene>& photos)
    : frames_(frames), seed_(seed) {
    Random random(seed);
    looks_.grain = chance(random, 0.5F) ? between(random, 2, 9) : 0;
    looks_.bars = chance(random, 0.25F) ? 0.12F : 0;
    invented_.reserve(12);
    for (int i = 0; i < 12; ++i)
        invented_.push_back(inventedScene(random));
    plan(random, photos);
}

Shot Clip::newShot(Random& random, const std::vector<Scene>& photos, int length) {
    const auto any = [&]() -> const Scene* {
        if (!photos.empty() && chance(random, 0.75F))
            return &photos[static_cast<std::size_t>(
                whole(random, 0, static_cast<int>(photos.size()) - 1))];
        return &invented_[static_cast<std::size_t>(
            whole(random, 0, static_cast<int>(invented_.size()) - 1))];
    };
    Shot shot;
    shot.seed = static_cast<std::uint32_t>(random());
    shot.scene = any();
    shot.view = between(random, 0.3F, 0.8F);
    shot.x = between(random, 0.35F, 0.65F);
    shot.y = between(random, 0.35F, 0.65F);
    const float kind = between(random, 0, 1);
    if (kind < 0.35F) {  // a pan or tilt, slow to brisk
        const float speed = shot.view * between(random, 0.001F, 0.02F);
        const float angle = between(random, 0, 6.283F);
        shot.dx = speed * std::cos(angle);
        shot.dy = speed * std::sin(angle) * 0.5F;
    } else if (kind < 0.6F) {
        shot.zoom = 1 + between(random, -0.008F, 0.008F);
        shot.zoom = std::clamp(shot.zoom,
                               std::pow(0.4F, 1.0F / static_cast<float>(length)),
                               std::pow(2.0F, 1.0F / static_cast<float>(length)));
    }
    if (chance(random, 0.35F)) shot.shake = shot.view * between(random, 0.003F, 0.03F);
    if (chance(random, 0.15F)) shot.light = between(random, 0.12F, 0.35F);
    if (chance(random, 0.1F)) shot.drift = between(random, -0.004F, 0.006F);
    if (chance(random, 0.15F)) shot.flicker = between(random, 0.01F, 0.05F);
    if (chance(random, 0.45F)) {
        shot.actor = any();
        shot.actorSize = between(random, 0.05F, 0.25F);
        shot.actorX = between(random, -0.2F, 1.2F);
        shot.actorY = between(random, 0.3F, 0.8F);
        shot.actorDx = between(random, -0.03F, 0.03F);
    }
    return shot;
}

/// The same place from nearer, from further or beside: what an interview is cut of.
Shot Clip::otherSideOf(const Shot& shot, Random& random) {
    Shot other = shot;
    other.seed = static_cast<std::uint32_t>(random());
    const float scale =
        chance(random, 0.5F) ? between(random, 1.5F, 2.2F) : between(random, 0.45F, 0.66F);
    other.view = std::clamp(shot.view * scale, 0.2F, 0.95F);
    if (std::fabs(std::log(other.view / shot.view)) < 0.35F) other.view = shot.view / scale;
    other.x =
        shot.x + (chance(random, 0.5F) ? 1.0F : -1.0F) * shot.view * between(random, 0.1F, 0.5F);
    other.y = shot.y + shot.view * between(random, -0.15F, 0.15F);
    other.dx = other.dy = 0;
    other.zoom = 1;
    other.actorX = between(random, 0, 1);
    return other;
}

void Clip::addEvents(Shot& shot, Random& random, int length, int lead, int tail) {
    const auto free = [&](int size) { return length - lead - tail - size - 16; };
    const auto place = [&](int size) { return lead + 8 + whole(random, 0, free(size)); };
    if (chance(random, 0.15F) && free(3) > 0) {
        shot.flashLength = whole(random, 1, 3);
        shot.flashAt = place(shot.flashLength);
        shot.flashLight = between(random, 0.5F, 3);
    }
    if (chance(random, 0.1F) && free(12) > 0) {
        shot.whipLength = whole(random, 5, 12);
        shot.whipAt = place(shot.whipLength);
        shot.whipDx =
            (chance(random, 0.5F) ? 1.0F : -1.0F) * shot.view * between(random, 0.8F, 2.5F);
        if (shot.flashAt >= 0 && std::abs(shot.flashAt - shot.whipAt) < 20) shot.flashAt = -1;
    }
    if (chance(random, 0.06F) && free(12) > 0) {
        shot.passLength = whole(random, 6, 12);
        shot.passAt = place(shot.passLength);
    }
}

/// A moment of nothing between a fade out and what comes. Answers where it ends.
int Clip::addHold(Random& random, int begin) {
    Piece hold;
    hold.isFlat = true;
    hold.begin = begin;
    hold.end = begin + whole(random, 0, 8);
    hold.ground = chance(random, 0.85F) ? 0.0F : 255.0F;
    pieces_.back().ground = hold.ground;
    if (hold.end > hold.begin) pieces_.push_back(hold);
    return hold.end;
}

void Clip::plan(Random& random, const std::vector<Scene>& photos) {
    int at = 0;
    int lead = 0;
    bool isOut = false;
    float ground = 0;
    while (at < frames_) {
        const int length =
            static_cast<int>(std::exp(between(random, std::log(14.0F), std::log(160.0F)))) + lead;
        Piece piece;
        const bool hasBefore = !pieces_.empty() && !pieces_.back().isFlat && !isOut && lead == 0;
        piece.shot = hasBefore && chance(random, 0.25F) ? otherSideOf(pieces_.back().shot, random)
                                                        : newShot(random, photos, length);
        piece.begin = at;
        piece.mixed = isOut ? 0 : lead;
        piece.fadeIn = isOut ? lead : 0;
        piece.ground = ground;
        const float next = between(random, 0, 1);
        const int mix = whole(random, 8, 30);
        const int tail = next < 0.15F ? mix : 0;
        piece.end = at + length + tail;
        addEvents(piece.shot, random, length + tail, lead, tail);
        isOut = next < 0.06F;
        piece.fadeOut = isOut ? mix : 0;
        pieces_.push_back(piece);
        lead = tail;
        at = piece.end - (isOut ? 0 : tail);
        if (at >= frames_) break;
        if (tail == 0) truth_.cuts.push_back(at);
        if (tail > 0 && !isOut && piece.end <= frames_)
            truth_.transitions.push_back({"dissolve", at, piece.end - 1});
        if (!isOut) continue;
        truth_.transitions.push_back({"fade-out", piece.end - mix, piece.end - 1});
        at = addHold(random, at);
        ground = pieces_.back().ground;
        lead = whole(random, 8, 30);
        if (at + lead < frames_) truth_.transitions.push_back({"fade-in", at, at + lead - 1});
    }
}

void Clip::drawPiece(const Piece& piece, int number, Canvas& canvas) {
    const int time = number - piece.begin;
    if (piece.isFlat) {
        std::fill(canvas.pixels.begin(),
                  canvas.pixels.end(),
                  Colour{piece.ground, piece.ground, piece.ground});
        return;
    }
    film(piece.shot, time, canvas);
    float share = 1;
    if (time < piece.fadeIn)
        share = static_cast<float>(time + 1) / static_cast<float>(piece.fadeIn + 1);
    const int left = piece.end - 1 - number;
    if (left < piece.fadeOut)
        share = std::min(share, static_cast<float>(left) / static_cast<float>(piece.fadeOut));
    if (share >= 1) return;
    for (Colour& pixel : canvas.pixels)
        pixel = {pixel.red * share + piece.ground * (1 - share),
                 pixel.green * share + piece.ground * (1 - share),
                 pixel.blue * share + piece.ground * (1 - share)};
}

void Clip::draw(int number, Canvas& canvas) {
    other_.width = canvas.width;
    other_.height = canvas.height;
    other_.pixels.resize(canvas.pixels.size());
    bool isFirst = true;
    for (const Piece& piece : pieces_) {
        if (number < piece.begin || number >= piece.end) continue;
        drawPiece(piece, number, isFirst ? canvas : other_);
        if (!isFirst) {
            const float share =
                static_cast<float>(number - piece.begin + 1) / static_cast<float>(piece.mixed + 1);
            for (std::size_t i = 0; i < canvas.pixels.size(); ++i) {
                Colour& pixel = canvas.pixels[i];
                const Colour& with = other_.pixels[i];
                pixel = {pixel.red + share * (with.red - pixel.red),
                         pixel.green + share * (with.green - pixel.green),
                         pixel.blue + share * (with.blue - pixel.blue)};
            }
        }
        isFirst = false;
    }
    const int bar = static_cast<int>(looks_.bars * static_cast<float>(canvas.height));
    std::uint32_t hash = seed_ * 2654435761U + static_cast<std::uint32_t>(number) * 40503U + 1U;
    std::size_t at = 0;
    for (int y = 0; y < canvas.height; ++y) {
        for (int x = 0; x < canvas.width; ++x, ++at) {
            Colour& pixel = canvas.pixels[at];
            if (y < bar || y >= canvas.height - bar) {
                pixel = {};
                continue;
            }
            if (looks_.grain <= 0) continue;
            hash = hash * 1664525U + 1013904223U;
            const float grain =
                looks_.grain * 1.7F * (static_cast<float>(hash >> 8U) / 8388608.0F - 1);
            pixel = {pixel.red + grain, pixel.green + grain, pixel.blue + grain};
        }
    }
}

}  // namespace bench
