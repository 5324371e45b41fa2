// SPDX-License-Identifier: MIT
#include "catch.h"
#include "cli/program.h"
#include "folder.h"

#include <string>

using testing::put;
using testing::Ran;
using testing::run;

TEST_CASE("questions about frames are answered line by line", "[cli]") {
    const Ran ran =
        run({"frames", "--fps", "29.97"},
            {.input = "time 1\nsmpte 1800\n\nsmpte-frame 00:01:00;00\nframe 1001/30 start"});
    CHECK(ran.status == 0);
    CHECK(ran.out == "1001/30\n00:01:00;02\nerror\nerror\n1\n");
    CHECK(run({"frames", "--fps", "30000/1001", "--nodrop"}, {.input = "smpte 1800\n"}).out ==
          "00:01:00:00\n");
    CHECK(run({"frames", "--fps", "25", "--json"}, {.input = "time 1\nwhat\n"}).out ==
          "{\"answers\":[\"40\",\"error\"]}\n");
}

TEST_CASE("timecode files of both versions are read and a broken one names its line", "[cli]") {
    const testing::Folder folder;
    put(folder.path / "v1", "# timecode format v1\nassume 25\n10,19,50\n");
    put(folder.path / "v2", "# timecode format v2\n10\n51.708\n93.417\n");
    put(folder.path / "bad", "# timecode format v2\n0\n40\noops\n");
    CHECK(
        run({"frames", "--timecodes", "v1"}, {.input = "time 20\ntime 21\n", .folder = folder.path})
            .out == "600\n640\n");
    CHECK(run({"frames", "--timecodes", "v2"},
              {.input = "time 1\nframe 41.708\nframe 41.707\n", .folder = folder.path})
              .out == "41.708\n1\n0\n");
    const Ran bad =
        run({"frames", "--timecodes", "bad"}, {.input = "time 1\n", .folder = folder.path});
    CHECK(bad.status == 2);
    CHECK(bad.out.empty());
    CHECK(bad.err.find("bad:4: error: ") == 0);
    CHECK(run({"frames", "--timecodes", "none"}, {.folder = folder.path}).status == 2);
    CHECK(run({"frames", "--fps", "-25"}).status == 2);
}
