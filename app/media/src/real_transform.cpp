// SPDX-License-Identifier: GPL-3.0-or-later
#include "real_transform.h"

#include <algorithm>
#include <cassert>
#include <new>

namespace subs::media {
namespace {

/// Aligned as FFmpeg's transforms want it.
template <typename Number>
Number* aligned(std::size_t count) {
    void* numbers = av_calloc(count, sizeof(Number));
    if (numbers == nullptr) throw std::bad_alloc();
    return static_cast<Number*>(numbers);
}

}  // namespace

RealTransform::RealTransform(std::size_t size)
    : size_(size),
      input_(aligned<float>(size)),
      output_(aligned<std::complex<float>>(size / 2 + 1)) {
    assert(size >= 4 && (size & (size - 1)) == 0);
    AVTXContext* context = nullptr;
    const float one = 1;
    if (av_tx_init(&context, &run_, AV_TX_FLOAT_RDFT, 0, static_cast<int>(size), &one, 0) < 0)
        throw std::bad_alloc();
    transform_.reset(context);
}

std::span<const std::complex<float>> RealTransform::run() {
    run_(transform_.get(), output_.get(), input_.get(), sizeof(float));
    return {output_.get(), size_ / 2 + 1};
}

void RealTransform::power(std::span<const float> samples, std::span<float> power) {
    assert(samples.size() == size_ && power.size() <= size_ / 2);
    std::ranges::copy(samples, input_.get());
    const auto values = run();
    for (std::size_t k = 0; k < power.size(); ++k)
        power[k] = values[k].real() * values[k].real() + values[k].imag() * values[k].imag();
}

}  // namespace subs::media
