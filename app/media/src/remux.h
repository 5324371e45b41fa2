// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/job/container_port.h>

namespace subs::media {

/// A film in a new Matroska file. See `ContainerLibrary::mux`.
Result<Diagnostics> remuxed(const MuxRequest& request, const Watch& watch);

}  // namespace subs::media
