// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/job/cue_painter.h>

#include <memory>

namespace subs::media {

/// The port of the jobs (subs/job/cue_painter.h) fulfilled with libass and libpng: what `subs-film`
/// hands to `convert --pictures`.
std::unique_ptr<CuePainter> makeCuePainter();

}  // namespace subs::media
