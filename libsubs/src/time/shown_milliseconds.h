// SPDX-License-Identifier: MIT
#pragma once

#include <subs/time/fraction.h>

#include <string>

namespace subs {

/// `ms` in a message for people, without the unit: "2123.456". What no decimal says exactly is
/// rounded to three places, and said to be so where a flick tells it from them: "about 4421.083".
/// What programs read back is spelt by `formatted`.
std::string shownMilliseconds(Fraction ms);

}  // namespace subs
