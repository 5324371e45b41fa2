// SPDX-License-Identifier: MIT
#include <subs/text/newline.h>
#include <subs/timing/shot_files.h>

#include "timing/shot_files/reader.h"

#include <array>
#include <string>
#include <utility>

namespace subs {
namespace {

using namespace shot_files;

/// In this order a text is asked: those with a header of their own first.
const std::array kReaders = {&kKeyframesReader,
                             &kXvidReader,
                             &kDivxReader,
                             &kX264Reader,
                             &kQpfileReader,
                             &kShotsJsonReader,
                             &kFfmpegReader,
                             &kEdlReader,
                             &kTimesReader};

std::array<ShotFileInfo, kReaders.size()> infos() {
    std::array<ShotFileInfo, kReaders.size()> infos;
    for (std::size_t i = 0; i < infos.size(); ++i)
        infos[i] = kReaders[i]->info;
    return infos;
}

}  // namespace

std::span<const ShotFileInfo> shotFileFormats() {
    static const auto kInfos = infos();
    return kInfos;
}

Result<ReadShots> readShotFile(std::string_view bytes, const ShotFileOptions& options) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    for (const ShotFileReader* reader : kReaders) {
        if (!reader->recognises(bytes)) continue;
        ShotReading reading{options};
        if (const auto read = reader->read(bytes, reading); !read)
            return tl::unexpected(read.error());
        return ReadShots{
            reader->info.id, ordered(std::move(reading.shots)), std::move(reading.diagnostics)};
    }
    return failure("shots.unknown-format", "it is in no format of shot changes that is known here");
}

}  // namespace subs
