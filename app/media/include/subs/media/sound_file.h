// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/result.h>
#include <subs/job/sound_port.h>
#include <subs/media/peaks.h>
#include <subs/media/spectrogram.h>

#include <filesystem>

namespace subs::media {

/// Writes what is made of `peaks` and `spectrogram` into one file, so that it need not be made
/// again; half of it too, to be gone on with. The old file stays until the new one is whole (see
/// subs/base/file.h), whatever comes between. Which film it is of has to be known by its name.
Result<void> writeSoundFile(const std::filesystem::path& path,
                            const SoundFacts& facts,
                            const Peaks& peaks,
                            const Spectrogram& spectrogram);

/// Puts what such a file holds into `peaks` and `spectrogram`, all of it or nothing. Nothing that
/// is damaged is taken: in each case of an error the sound is to be read from the film again.
/// Errors: "media.sound-file" for a file that is cut off, damaged or something else,
/// "media.sound-file-version" for one of another version of Subs, the io.* codes.
Result<SoundFacts> readSoundFile(const std::filesystem::path& path,
                                 Peaks& peaks,
                                 Spectrogram& spectrogram);

}  // namespace subs::media
