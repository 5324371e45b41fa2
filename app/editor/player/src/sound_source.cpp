// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound_source.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

namespace subs::editor {
namespace {

constexpr std::size_t kFrame = 2;  // Samples that must stay together: left and right.

std::int16_t toInt16(float sample) {
    constexpr float kLargest = 32767.0F;
    return static_cast<std::int16_t>(std::lround(std::clamp(sample, -1.0F, 1.0F) * kLargest));
}

}  // namespace

SoundSource::SoundSource(SoundReader reader, SampleKind kind)
    : reader_(std::move(reader)), kind_(kind) {
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 SoundSource::bytesAvailable() const {
    constexpr qint64 kMuch = 1 << 20;
    return kMuch;
}

qint64 SoundSource::readData(char* data, qint64 maxSize) {
    const std::size_t width = kind_ == SampleKind::Float ? sizeof(float) : sizeof(std::int16_t);
    const std::size_t wanted = static_cast<std::size_t>(maxSize) / (width * kFrame) * kFrame;
    samples_.resize(wanted);
    const std::size_t count = reader_(samples_);
    if (kind_ == SampleKind::Float) {
        std::memcpy(data, samples_.data(), count * width);
    } else {
        for (std::size_t i = 0; i < count; ++i) {
            const std::int16_t sample = toInt16(samples_[i]);
            std::memcpy(data + i * width, &sample, width);
        }
    }
    const std::size_t bytes = count * width;
    return static_cast<qint64>(bytes);
}

qint64 SoundSource::writeData(const char*, qint64) {
    return -1;
}

}  // namespace subs::editor
