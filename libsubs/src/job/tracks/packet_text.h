// SPDX-License-Identifier: MIT
#pragma once

#include "job/tracks/packet_remarks.h"

#include <string>
#include <string_view>

namespace subs::tracks {

/// The text in a packet's bytes: without NULs and line ends behind it (some writers end a text so)
/// and line ends before it, lines ended by '\n', a NUL inside as U+FFFD. Bytes that are no UTF-8
/// are told and stay. A text of blanks alone is empty.
std::string packetText(std::string_view bytes, Time at, PacketRemarks& remarks);

/// The bytes of a CodecPrivate as a text: without a byte order mark and without what is blank
/// behind it, lines ended by '\n'.
std::string privateText(std::string_view bytes);

}  // namespace subs::tracks
