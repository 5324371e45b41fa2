// SPDX-License-Identifier: MIT
#pragma once

#include <subs/job/container_port.h>

#include <string>
#include <string_view>
#include <vector>

namespace subs::tracks {

/// The fonts of the section [Fonts] of an ASS file: Matroska has them as attachments.
class EmbeddedFonts {
public:
    /// A line of the section, without its head. False of one that is no part of a font.
    bool take(std::string_view line);
    std::vector<AttachedFile> fonts() &&;

private:
    struct Coded {
        std::string name;
        std::string text;
    };
    std::vector<Coded> coded_;
};

}  // namespace subs::tracks
