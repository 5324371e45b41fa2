// SPDX-License-Identifier: MIT
#pragma once

#include <subs/media/film.h>
#include <subs/media/picture.h>

#include <filesystem>
#include <string>

namespace testing {

/// One of the films that make_films.sh made.
std::filesystem::path filmPath(const std::string& name);

/// The film, opened; fails the test where it cannot be.
subs::media::Film openFilm(const std::string& name);

/// The number that the picture carries, -1 for none. A picture larger or smaller than 320 × 180 is
/// read by the same share of its sides.
int burnedNumberOf(const subs::media::Picture& picture);

/// What a command writes to standard output; its standard error is dropped.
std::string outputOf(const std::string& command);

}  // namespace testing
