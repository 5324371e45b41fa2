// SPDX-License-Identifier: MIT
#include "test_films.h"

#include "burned_number.h"
#include "catch.h"

#include <array>
#include <cstdio>
#include <memory>

namespace testing {

std::filesystem::path filmPath(const std::string& name) {
    return std::filesystem::path(SUBS_TEST_FILMS) / name;
}

subs::media::Film openFilm(const std::string& name) {
    auto film = subs::media::Film::open(filmPath(name));
    INFO(name << ": " << (film ? "" : film.error().message));
    REQUIRE(film);
    return std::move(*film);
}

int burnedNumberOf(const subs::media::Picture& picture) {
    return burnedNumber([&](int x, int y) {
        const int column = x * picture.width / 320;
        const int row = y * picture.height / 180;
        const auto at =
            static_cast<std::size_t>(row) * picture.stride() + static_cast<std::size_t>(column) * 4;
        return int{picture.pixels[at + 1]};
    });
}

std::string outputOf(const std::string& command) {
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(
        ::popen((command + " 2>/dev/null").c_str(), "r"), ::pclose);
    std::string output;
    std::array<char, 4096> buffer{};
    std::size_t got = 0;
    while (pipe && (got = std::fread(buffer.data(), 1, buffer.size(), pipe.get())) > 0)
        output.append(buffer.data(), got);
    return output;
}

}  // namespace testing
