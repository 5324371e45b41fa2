// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/job/container_port.h>

#include "container.h"

#include <cstdint>
#include <span>
#include <string>

namespace subs::media {

/// The subtitle tracks and attachments of an open container.
ContainerFacts factsOf(const Container& container);

/// One pass over the packets of the streams `numbers`. Error "media.no-track" for a number that is
/// no subtitle stream.
Result<ReadPackets> readTextPackets(const Container& container,
                                    std::span<const int> numbers,
                                    const Watch& watch);

/// Film time 0 in microseconds: the film's, or that of the blocks where there is none but text.
std::int64_t originOf(const Container& container);

/// The warning "media.truncated" where a film ends more than two seconds before it says; `last` is
/// the end of the last packet in microseconds.
Diagnostics truncationOf(const Container& container, std::int64_t last);

/// The end of `packet` in microseconds; the least number where it has no time.
std::int64_t endOf(const AVPacket& packet, const AVStream& stream);

/// How far reading has come, from 0 to 1, by the bytes that were read.
double shareRead(const Container& container);

/// A tag of `metadata`; empty where there is none.
std::string tagOf(const AVDictionary* metadata, const char* name);

}  // namespace subs::media
