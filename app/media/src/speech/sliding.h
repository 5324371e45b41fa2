// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

/// What is true of the frames round each frame, within `reach` of it and as far as there are some.
namespace subs::media::speech {

std::vector<float> slidingMean(std::span<const float> values, std::size_t reach);
std::vector<float> slidingGreatest(std::span<const float> values, std::size_t reach);
std::vector<float> slidingLeast(std::span<const float> values, std::size_t reach);

}  // namespace subs::media::speech
