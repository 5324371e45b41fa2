// SPDX-License-Identifier: MIT
#include <subs/editor/file_filters.h>

#include "catch.h"

TEST_CASE("file dialogs offer the endings of all formats, each once", "[editor]") {
    const QString filter = subs::editor::subtitleFilter();
    CHECK(filter.startsWith("Subtitles (*.srt *.ass *.ssa *.vtt "));
    for (const char* const ending : {"*.ttml", "*.itt", "*.sub", "*.lrc", "*.sbv"})
        CHECK(filter.count(ending) == 1);
}
