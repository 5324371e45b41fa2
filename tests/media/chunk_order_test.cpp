// SPDX-License-Identifier: MIT
#include "chunk_order.h"

#include "catch.h"

#include <cstdint>
#include <cstdlib>
#include <set>
#include <vector>

using subs::media::ChunkOrder;
using subs::media::ChunkRange;

namespace {

struct Making {
    ChunkRange film{0, 360};
    ChunkOrder order;
    std::set<std::int64_t> made;

    std::vector<std::int64_t> make(int most) {
        std::vector<std::int64_t> chunks;
        while (most-- > 0) {
            const auto next =
                order.next(film, [&](std::int64_t chunk) { return made.contains(chunk); });
            if (!next) break;
            CHECK(made.insert(*next).second);
            chunks.push_back(*next);
        }
        return chunks;
    }
};

}  // namespace

TEST_CASE("what is wished for is made first", "[media][peaks]") {
    Making making;
    making.order.wish({200, 203});
    CHECK(making.make(3) == std::vector<std::int64_t>{200, 201, 202});
    making.order.wish({17, 19});
    CHECK(making.make(2) == std::vector<std::int64_t>{17, 18});
    making.order.wish({10, 20});
    CHECK(making.make(8) == std::vector<std::int64_t>{10, 11, 12, 13, 14, 15, 16, 19});
}

TEST_CASE("all of a film is made, outwards from the wish and in few runs", "[media][peaks]") {
    const std::int64_t wish = GENERATE(0, 5, 180, 359, 400, -7);
    INFO(wish);
    Making making;
    making.order.wish({wish, wish + 1});
    const auto chunks = making.make(1000);
    CHECK(chunks.size() == 360);
    int jumps = 0;
    for (std::size_t i = 1; i < chunks.size(); ++i)
        jumps += chunks[i] == chunks[i - 1] + 1 ? 0 : 1;
    CHECK(jumps <= 16);
    // What is near comes early: within ten chunks of the wish before anything that is sixty away.
    bool isFarSeen = false;
    int late = 0;
    for (const std::int64_t chunk : chunks) {
        isFarSeen = isFarSeen || std::abs(chunk - wish) > 60;
        late += isFarSeen && std::abs(chunk - wish) <= 10 ? 1 : 0;
    }
    CHECK(late == 0);
}

TEST_CASE("a film that grows while it is read is made to its new end", "[media][peaks]") {
    Making making;
    making.film = {-1, 2};
    CHECK(making.make(10) == std::vector<std::int64_t>{0, 1, -1});
    making.film.end = 4;
    CHECK(making.make(10) == std::vector<std::int64_t>{2, 3});
    CHECK(making.make(10).empty());
}
