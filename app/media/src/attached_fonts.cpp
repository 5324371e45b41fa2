// SPDX-License-Identifier: GPL-3.0-or-later
#include "attached_fonts.h"

#include <subs/job/font_type.h>

#include "text_tracks.h"

#include <algorithm>
#include <utility>

namespace subs::media {

std::vector<FontFile> attachedFonts(const Container& container) {
    std::vector<FontFile> fonts;
    for (unsigned i = 0; i < container.context->nb_streams; ++i) {
        const AVStream& stream = *container.context->streams[i];
        const AVCodecParameters& codec = *stream.codecpar;
        std::string name = tagOf(stream.metadata, "filename");
        if (codec.codec_type != AVMEDIA_TYPE_ATTACHMENT || codec.extradata_size <= 0 ||
            !isFont(name, tagOf(stream.metadata, "mimetype")))
            continue;
        const auto* bytes = reinterpret_cast<const char*>(codec.extradata);
        fonts.push_back(
            {std::move(name), std::string(bytes, static_cast<std::size_t>(codec.extradata_size))});
    }
    return fonts;
}

}  // namespace subs::media
