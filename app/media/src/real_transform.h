// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

extern "C" {
#include <libavutil/mem.h>
#include <libavutil/tx.h>
}

#include <complex>
#include <cstddef>
#include <memory>
#include <span>

namespace subs::media {

/// The discrete Fourier transform of real samples, by FFmpeg (libavutil/tx.h). O(n log n).
class RealTransform {
public:
    /// `size` is a power of two, 4 at least.
    explicit RealTransform(std::size_t size);

    std::size_t size() const { return size_; }
    /// What is transformed: `size` samples, any until they are set.
    std::span<float> input() { return {input_.get(), size_}; }
    /// X(k) of the input for k = 0 … size/2; until the next call.
    std::span<const std::complex<float>> run();
    /// |X(k)|² of `samples` (of `size`) for k = 0 … `power.size()` - 1, at most size/2.
    void power(std::span<const float> samples, std::span<float> power);

private:
    struct BufferFreer {
        void operator()(void* buffer) const { av_free(buffer); }
    };
    struct TransformFreer {
        void operator()(AVTXContext* transform) const { av_tx_uninit(&transform); }
    };

    std::size_t size_;
    std::unique_ptr<float[], BufferFreer> input_;
    std::unique_ptr<std::complex<float>[], BufferFreer> output_;
    std::unique_ptr<AVTXContext, TransformFreer> transform_;
    av_tx_fn run_ = nullptr;
};

}  // namespace subs::media
