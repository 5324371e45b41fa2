// SPDX-License-Identifier: MIT
#include <subs/job/font_type.h>

#include "text/letter_kinds.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string>

namespace subs {

std::string_view fontTypeOf(std::string_view bytes) {
    using namespace std::string_view_literals;
    if (bytes.starts_with("\0\1\0\0"sv) || bytes.starts_with("true")) return "font/ttf";
    if (bytes.starts_with("OTTO")) return "font/otf";
    return bytes.starts_with("ttcf") ? "font/collection" : "";
}

bool isFont(std::string_view name, std::string_view mediaType) {
    constexpr std::array<std::string_view, 6> kTypes = {"application/x-truetype-font",
                                                        "application/x-font-ttf",
                                                        "application/x-font-otf",
                                                        "application/x-font",
                                                        "application/vnd.ms-opentype",
                                                        "application/font-sfnt"};
    if (mediaType.starts_with("font/") || std::ranges::find(kTypes, mediaType) != kTypes.end())
        return true;
    const std::string ending = withLoweredLatin(std::filesystem::path(name).extension().string());
    return ending == ".ttf" || ending == ".otf" || ending == ".ttc";
}

}  // namespace subs
