// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/media/font_file.h>

#include "container.h"

#include <vector>

namespace subs::media {

/// The fonts attached to a film (Matroska), in their order.
std::vector<FontFile> attachedFonts(const Container& container);

}  // namespace subs::media
