// SPDX-License-Identifier: MIT
#include "picture_worker.h"

#include "catch.h"
#include "stage.h"

#include <atomic>

using namespace subs;
using namespace subs::editor;
using testing::Stage;

TEST_CASE("a picture that is made ahead does not take the place of one that was not fetched yet",
          "[player][worker]") {
    std::atomic<int> told = 0;
    PictureWorker worker([&] { ++told; }, {}, std::chrono::seconds(30));
    const auto waitFor = [&](int news) { return Stage::waitFor([&] { return told >= news; }); };
    worker.open(SUBS_TEST_FILMS "/film.mp4");
    REQUIRE(waitFor(1));
    worker.showNext({Frame{10}, 320, 180});
    REQUIRE(waitFor(2));
    REQUIRE(worker.showAhead({Frame{11}, 320, 180}));
    REQUIRE(waitFor(3));
    const PictureNews news = worker.takeNews();
    REQUIRE(news.picture);
    CHECK(news.picture->frame == Frame{10});
    REQUIRE(news.ahead);
    CHECK(news.ahead->frame == Frame{11});
    CHECK_FALSE(worker.takeNews().ahead);
}

TEST_CASE("a picture on the way is told before the one that is asked for", "[player][worker]") {
    std::atomic<int> told = 0;
    std::vector<std::int64_t> shown;
    PictureWorker* worker = nullptr;
    // In the worker's thread, so that nothing is told over another.
    PictureWorker made(
        [&] {
            const PictureNews news = worker->takeNews();
            if (news.picture) shown.push_back(news.picture->frame.number);
            ++told;
        },
        {},
        std::chrono::seconds(30));
    worker = &made;
    made.open(SUBS_TEST_FILMS "/film.mp4");
    REQUIRE(Stage::waitFor([&] { return told >= 1; }));
    made.scrub({Frame{420}, 320, 180});
    REQUIRE(Stage::waitFor([&] { return told >= 3; }));
    made.show({Frame{120}, 320, 180});
    REQUIRE(Stage::waitFor([&] { return told >= 4; }));
    CHECK(shown == std::vector<std::int64_t>{250, 420, 120});
}
