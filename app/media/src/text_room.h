// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/job/container_port.h>

#include "container.h"

namespace subs::media {

/// What new timed text of an MP4 is measured by.
///
/// Ticks: those that hold both milliseconds, in which subtitle files count, and the times of the
/// film's frames without a remainder. A text that is put on a frame then is on it in the tables
/// too, and is read back as it was. Where that takes more than two million a second (FFmpeg's own
/// timed text has one million) they are milliseconds.
TextRoom textRoomOf(const Container& container);

}  // namespace subs::media
