// SPDX-License-Identifier: MIT
#include <subs/text/newline.h>

#include "timing/shot_files/reader.h"

#include <optional>

namespace subs::shot_files {
namespace {

/// "168 I -1": a frame and which kind an encoder is to make of it.
struct Entry {
    std::int64_t frame = 0;
    char kind = ' ';
};

std::optional<Entry> entryIn(std::string_view line) {
    line = trimmed(line);
    const std::size_t blank = line.find_first_of(" \t");
    if (blank == std::string_view::npos) return std::nullopt;
    const auto frame = frameNumberIn(line.substr(0, blank));
    const std::string_view rest = trimmed(line.substr(blank));
    const bool isKind =
        !rest.empty() && std::string_view("IiKPBb").find(rest.front()) != std::string_view::npos;
    if (!frame || !isKind || (rest.size() > 1 && rest[1] != ' ' && rest[1] != '\t'))
        return std::nullopt;
    return Entry{*frame, rest.front()};
}

bool recognises(std::string_view text) {
    const std::string_view line = firstLine(text);
    return line.starts_with("# WWXD log file, using qpfile format") || entryIn(line).has_value();
}

Result<void> read(std::string_view text, ShotReading& reading) {
    for (LineReader lines(text); lines.next();) {
        const std::string_view line = trimmed(lines.line());
        if (line.empty() || line.starts_with('#')) continue;
        const auto entry = entryIn(line);
        if (!entry)
            reading.warn(lines.number(),
                         "shots.bad-line",
                         "a frame number and a kind should stand here, such as 168 I -1; left out");
        else if (entry->kind == 'I' || entry->kind == 'i' || entry->kind == 'K')
            reading.cut(entry->frame);
    }
    return {};
}

}  // namespace

const ShotFileReader kQpfileReader = {{"qpfile", "x264 qpfile, WWXD log"}, recognises, read};

}  // namespace subs::shot_files
