// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/job/container_port.h>

namespace subs::media::mp4 {

/// A film of MP4 with more text tracks. See `ContainerLibrary::mux`.
///
/// The new file is the old one, in which the tables (`moov`) are called free space, then the texts
/// in a box of their own, then all tables with those of the new tracks. So nothing that the tables
/// or other boxes tell the place of has moved.
Result<Diagnostics> withTracks(const MuxRequest& request, const Watch& watch);

}  // namespace subs::media::mp4
