// SPDX-License-Identifier: MIT
#pragma once

#include <subs/session/workspace.h>

#include "folder.h"

#include <QtCore/QString>

#include <functional>
#include <string>
#include <string_view>

namespace testing {

/// Writes a file into `folder` and answers its path.
QString written(const Folder& folder, std::string_view name, std::string_view bytes);
std::string contentOf(const QString& path);

/// Lets events run until `done` is true; false after half a minute.
bool waitFor(const std::function<bool()>& done);

/// The first bytes of an MP4 file (ISO/IEC 14496-12: a box of type "ftyp").
std::string mp4Head();

inline constexpr std::string_view kKhmer =
    "1\n00:00:01,000 --> 00:00:02,000\nសួស្តី\n\n"
    "2\n00:00:03,000 --> 00:00:05,000\nអ្នកសុខសប្បាយទេ\n\n"
    "3\n00:00:06,000 --> 00:00:07,000\nបាទ\n\n";
inline constexpr std::string_view kEnglish =
    "1\n00:00:01,000 --> 00:00:02,000\nHello\n\n"
    "2\n00:00:03,000 --> 00:00:03,900\nAre you\n\n"
    "3\n00:00:04,000 --> 00:00:05,000\nwell?\n\n"
    "4\n00:00:09,000 --> 00:00:10,000\n<i>Yes</i>\n\n";

/// A workspace with the two tracks above, as files in a folder of its own.
struct OpenWorkspace {
    Folder folder;
    QString khmer = written(folder, "film.km.srt", kKhmer);
    QString english = written(folder, "film.en.srt", kEnglish);
    subs::session::Workspace workspace;

    OpenWorkspace() { workspace.open({khmer, english}); }

    subs::CueId id(subs::session::Side side, std::size_t place) const {
        return workspace.document(side).cues.at(place).id;
    }
    const subs::Cue& cue(subs::session::Side side, std::size_t place) const {
        return workspace.document(side).cues.at(place);
    }
};

}  // namespace testing
