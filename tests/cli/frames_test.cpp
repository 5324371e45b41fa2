// SPDX-License-Identifier: MIT
#include "catch.h"
#include "cli/program.h"
#include "folder.h"

#include <string>
#include <vector>

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
          "{\"answers\":[\"40\",\"error\"],\"diagnostics\":[]}\n");
}

TEST_CASE("a frame that a list has not is answered with a warning", "[cli]") {
    const testing::Folder folder;
    put(folder.path / "v2", "# timecode format v2\n0\n40\n80\n");
    // Frames 0 to 2, each of 40 ms; the last one's end is asked for without a warning.
    const std::string questions =
        "time 2\ntime 3\nframe 119 end\nframe 121 end\nsmpte 3\n"
        "smpte-frame 00:00:01:00\ntime -1\ntime 2 end\nframe 80 start\n";
    const std::vector<std::string> arguments = {"frames", "--timecodes", "v2"};
    const Ran ran = run(arguments, {.input = questions, .folder = folder.path});
    CHECK(ran.status == 0);
    CHECK(ran.out == "80\n120\n2\n3\n00:00:00:03\n25\n-40\n100\n2\n");
    const auto warning = [](int line, int frame) {
        return "-:" + std::to_string(line) + ": warning: there is no frame " +
               std::to_string(frame) +
               " in v2, whose last is 2; answered by its average rate [time.no-such-frame]\n";
    };
    CHECK(ran.err ==
          warning(2, 3) + warning(4, 3) + warning(5, 3) + warning(6, 25) + warning(7, -1));
    std::vector<std::string> json = arguments;
    json.insert(json.end(), {"--json", "--quiet"});
    const Ran told = run(json, {.input = "time 3\n", .folder = folder.path});
    CHECK(told.err.empty());
    CHECK(told.out.find("\"code\":\"time.no-such-frame\"") != std::string::npos);
    CHECK(run({"frames", "--fps", "25"}, {.input = "time 1000000\n"}).err.empty());
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
