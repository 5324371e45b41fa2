// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/job/sound_port.h>

#include <memory>

namespace subs::media {

/// The port of libsubs' jobs for the sound of films, by FFmpeg.
std::unique_ptr<SoundLibrary> makeSoundLibrary();

}  // namespace subs::media
