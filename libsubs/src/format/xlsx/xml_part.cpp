// SPDX-License-Identifier: MIT
#include "format/xlsx/xml_part.h"

namespace subs::xlsx {

Result<void> readPart(const Archive& archive,
                      const std::string& part,
                      std::uint64_t limit,
                      XmlHandler& handler) {
    XmlStream stream(handler);
    const auto done =
        archive.read(part, limit, [&](std::string_view bytes) { return stream.feed(bytes); });
    return done ? stream.finish() : done;
}

}  // namespace subs::xlsx
