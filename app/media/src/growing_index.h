// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/result.h>

#include "container.h"
#include "film_index.h"
#include "index_pass.h"
#include "kept_index.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>

namespace subs::media {

/// The index of a film that is looked at already while the rest of it is read: in a container of
/// its own, so that the film's may be anywhere.
class GrowingIndex {
public:
    /// Opens the film of `container` once more; the whole index will be kept by `kept`.
    static Result<GrowingIndex> begin(const Container& container,
                                      const AVStream& stream,
                                      KeptIndex kept);

    /// Reads on for `most`. Answers the index as it is known then, where it is worth looking at
    /// again: it has grown by a tenth, or is whole. Error "media.cancelled", after which it can go
    /// on.
    Result<std::optional<FilmIndex>> readOn(std::chrono::microseconds most,
                                            const std::stop_token& stop);
    bool isComplete() const { return isComplete_; }
    double share() const { return pass_->share(); }

private:
    GrowingIndex() = default;

    std::unique_ptr<Container> container_;
    std::unique_ptr<IndexPass> pass_;  ///< Over `container_`.
    KeptIndex kept_;
    std::int64_t told_ = 0;  ///< Packets read when the index was answered last.
    bool isComplete_ = false;
};

}  // namespace subs::media
