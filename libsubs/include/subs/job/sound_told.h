// SPDX-License-Identifier: MIT
#pragma once

#include <subs/job/sound_port.h>

#include <string>
#include <string_view>

/// What is told of a film's sound.
namespace subs {

/// For a person: how long it is, what was looked at, where it is loudest. Lines, each with its end.
std::string soundText(const SoundCurve& curve, std::string_view film);
/// For programs, one value without line breaks: the facts and all columns, as `min`, `max` and
/// `rms` in steps of 1/32768 of full scale.
std::string soundJson(const SoundCurve& curve, std::string_view film);

}  // namespace subs
