// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/job/container_port.h>

#include <memory>

namespace subs::media {

/// The port of the jobs for text tracks (subs/job/container_port.h) fulfilled with FFmpeg: what
/// `subs-film` hands to `extract` and `mux`.
std::unique_ptr<ContainerLibrary> makeContainerLibrary();

}  // namespace subs::media
