// SPDX-License-Identifier: MIT
#include "samples/cue_table.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace testing {
namespace {

std::string withoutItalics(std::string text) {
    for (const std::string tag : {"<i>", "</i>"})
        for (auto at = text.find(tag); at != std::string::npos; at = text.find(tag))
            text.erase(at, tag.size());
    std::replace(text.begin(), text.end(), '|', '\n');
    return text;
}

TableCue parsed(const std::string& line) {
    std::istringstream stream(line);
    std::vector<std::string> fields(7);
    for (auto& field : fields)
        std::getline(stream, field, '\t');
    return {fields[0],
            std::stoll(fields[1]),
            std::stoll(fields[2]),
            fields[3],
            fields[4],
            withoutItalics(fields[5])};
}

}  // namespace

std::vector<TableCue> tableCues(const std::string& track) {
    std::ifstream file(SUBS_SOURCE_DIR "/samples/seven-lanterns.tsv");
    std::vector<TableCue> cues;
    for (std::string line; std::getline(file, line);)
        if (line.rfind(track + "\t", 0) == 0) cues.push_back(parsed(line));
    return cues;
}

}  // namespace testing
