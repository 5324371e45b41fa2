// SPDX-License-Identifier: MIT
// Boxes by hand from ISO/IEC 14496-12: 4.2 boxes, 8.2.2 mvhd, 8.3.2 tkhd.
#include <subs/base/file.h>

#include "catch.h"
#include "folder.h"
#include "mp4/box.h"
#include "mp4/film_layout.h"
#include "mp4/movie.h"

using namespace subs;
using namespace subs::media::mp4;
using namespace std::string_literals;
using namespace std::string_view_literals;

namespace {

std::string number(std::uint64_t value, std::size_t size) {
    std::string out;
    appendNumber(out, value, size);
    return out;
}

/// Version 0, 1,000 ticks a second.
std::string mvhd(std::uint32_t duration, std::uint32_t nextId) {
    return "\0\0\0\x6Cmvhd"s + number(0, 4) + number(1, 4) + number(2, 4) + number(1'000, 4) +
           number(duration, 4) + number(0x10000, 4) + std::string(72, 'r') + number(nextId, 4);
}

std::string trak(std::uint32_t id, std::uint16_t group) {
    const std::string tkhd = "\0\0\0\x5Ctkhd"s + number(7, 4) + number(0, 8) + number(id, 4) +
                             number(0, 4) + number(5'000, 4) + number(0, 8) + number(0, 2) +
                             number(group, 2) + std::string(48, 't');
    return box("trak", tkhd + box("mdia", "media"));
}

/// The layout of a file of these bytes, or the code of the error.
Result<FilmLayout> layoutOfFile(std::string_view bytes) {
    const testing::Folder folder;
    REQUIRE(writeFileAtomically(folder.path / "a.mp4", bytes));
    const auto film = FileSource::open(folder.path / "a.mp4");
    REQUIRE(film);
    return layoutOf(*film);
}

std::string codeOf(std::string_view bytes) {
    const auto layout = layoutOfFile(bytes);
    return layout ? "" : layout.error().code;
}

std::string codeOfMovie(const std::string& content) {
    const auto movie = Movie::parsed(content);
    return movie ? "" : movie.error().code;
}

}  // namespace

TEST_CASE("a box is its size, its type and its content", "[media][mp4]") {
    CHECK(box("free", "abc") ==
          "\0\0\0\x0B"
          "freeabc"sv);
    CHECK(fullBox("hdlr", 1, 0x203, "x") == "\0\0\0\x0Dhdlr\x01\0\x02\x03x"sv);
    CHECK(numberAt("\x01\x02\x03"sv, 1, 2) == 0x203);
    CHECK(numberAt("\x01\x02\x03"sv, 2, 2) == 0);
}

TEST_CASE("boxes are read one behind the other, with long sizes and open ends", "[media][mp4]") {
    const std::string bytes =
        box("free", "abc") + "\0\0\0\x01wide\0\0\0\0\0\0\0\x12xy"s + "\0\0\0\0mdatrest"s;
    BoxReader boxes(bytes);
    REQUIRE(boxes.next());
    CHECK(boxes.box().type == "free");
    CHECK(boxes.box().content == "abc");
    REQUIRE(boxes.next());
    CHECK(boxes.box().content == "xy");
    CHECK(boxes.box().begin == 11);
    CHECK(boxes.box().contentBegin() == 27);
    REQUIRE(boxes.next());
    CHECK(boxes.box().content == "rest");
    CHECK_FALSE(boxes.next());
    CHECK_FALSE(boxes.isDamaged());
}

TEST_CASE("sizes that cannot be are damage", "[media][mp4]") {
    for (const std::string_view bytes : {"\0\0\0\x07"
                                         "freexx"sv,
                                         "\0\0\0\x64"
                                         "freexx"sv,
                                         "\0\0\0\x01"
                                         "free\0\0\0\0\0\0\0\x0F"sv,
                                         "\0\0\0\x01"
                                         "free\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"sv,
                                         "\0\0\0\x01"
                                         "free\0\0"sv}) {
        BoxReader boxes(bytes);
        CHECK_FALSE(boxes.next());
        CHECK(boxes.isDamaged());
    }
}

TEST_CASE("the outermost boxes of a film are found", "[media][mp4]") {
    const std::string ftyp = box("ftyp", "isom\0\0\0\0"sv);
    const std::string moov = box("moov", "tables");
    const auto usual = layoutOfFile(ftyp + box("mdat", "data") + moov);
    REQUIRE(usual);
    CHECK(usual->moovBegin == ftyp.size() + 12);
    CHECK(usual->moov == "tables");
    CHECK_FALSE(usual->openBox);
    CHECK_FALSE(usual->isQuickTime);
    const auto open = layoutOfFile(moov + "\0\0\0\0mdatdata"s);
    REQUIRE(open);
    CHECK(open->openBox == moov.size());
    CHECK(open->isQuickTime);
    CHECK(layoutOfFile(box("ftyp", "qt  \0\0\0\0"sv) + moov)->isQuickTime);
    const std::string uuid = box("uuid", std::string(16, 'u') + "own");
    CHECK(codeOf(ftyp + moov + uuid).empty());
}

TEST_CASE("a film that cannot be added to is refused", "[media][mp4]") {
    const std::string moov = box("moov", "tables");
    CHECK(codeOf(box("ftyp", "isom")) == "mux.film");
    CHECK(codeOf(moov + moov) == "mux.film");
    CHECK(codeOf(moov + box("moof", "")) == "mux.film");
    CHECK(codeOf(moov + "\0\0\0\x09mdat"s) == "mux.film");
    CHECK(codeOf(moov + "\0\0\0\0"s) == "mux.film");
    CHECK(codeOf(moov + "\0\0\0\x07mdat"s) == "mux.film");
    std::string many = moov;
    for (int i = 0; i < 100'001; ++i)
        many +=
            "\0\0\0\x08"
            "free"sv;
    CHECK(codeOf(many) == "mux.film");
}

TEST_CASE("a film that is said to be longer than any is refused at once", "[media][mp4]") {
    const testing::Folder folder;
    const auto path = folder.path / "a.mp4";
    REQUIRE(writeFileAtomically(path, "\0\0\0\0moov"sv));
    std::filesystem::resize_file(path, std::uintmax_t{2} << 30U);
    const auto film = FileSource::open(path);
    REQUIRE(film);
    const auto layout = layoutOf(*film);
    REQUIRE_FALSE(layout);
    CHECK(layout.error().message.find("larger than 512 MB") != std::string::npos);
    REQUIRE(writeFileAtomically(path, box("moov", "tables") + "\0\0\0\0mdat"s));
    std::filesystem::resize_file(path, std::uintmax_t{5} << 30U);
    const auto open = FileSource::open(path);
    REQUIRE(open);
    CHECK(layoutOf(*open).error().message.find("no size of its own") != std::string::npos);
}

TEST_CASE("tables are read as far as adding to them needs", "[media][mp4]") {
    const auto movie = Movie::parsed(mvhd(5'000, 3) + trak(1, 0) + box("udta", "") + trak(2, 4));
    REQUIRE(movie);
    CHECK(movie->header().timeScale == 1'000);
    CHECK(movie->header().duration == 5'000);
    CHECK(movie->header().nextTrackId == 3);
    REQUIRE(movie->tracks().size() == 2);
    CHECK(movie->tracks()[1].id == 2);
    CHECK(movie->tracks()[1].alternateGroup == 4);
    CHECK(movie->indexOf(2) == 1);
    CHECK_FALSE(movie->indexOf(3));
    CHECK(movie->freeIds(2) == std::vector<std::uint32_t>{3, 4});
    CHECK(movie->freeGroup() == 1);
    CHECK_FALSE(Movie::parsed(mvhd(0xFFFF'FFFF, 3))->header().duration);
}

TEST_CASE("ids that are used up are searched for", "[media][mp4]") {
    const auto full = Movie::parsed(mvhd(0, 0xFFFF'FFFF) + trak(1, 0) + trak(3, 0));
    CHECK(full->freeIds(3) == std::vector<std::uint32_t>{2, 4, 5});
    const auto last = Movie::parsed(mvhd(0, 3) + trak(0xFFFF'FFFE, 0) + trak(1, 0));
    CHECK(last->freeIds(1) == std::vector<std::uint32_t>{2});
    // What the head says is wrong, and no id is given twice.
    const auto wrong = Movie::parsed(mvhd(0, 2) + trak(7, 0));
    CHECK(wrong->freeIds(1) == std::vector<std::uint32_t>{8});
}

TEST_CASE("tracks are added behind the others, or where one was", "[media][mp4]") {
    const auto movie = Movie::parsed(mvhd(5'000, 3) + trak(1, 0) + trak(2, 4) + box("udta", "u"));
    const std::vector<TrackToAdd> more = {{"[new]", 3, 6'000, std::nullopt},
                                          {"[other]", 2, 100, std::size_t{1}}};
    const std::vector<std::size_t> disabled = {0};
    std::string first = trak(1, 0);
    // Flags of tkhd: enabled, in movie, in preview.
    first[first.find("tkhd") + 7] = 6;
    CHECK(movie->with(more, disabled) ==
          box("moov", mvhd(6'000, 4) + first + "[other]" + "[new]" + box("udta", "u")));
}

TEST_CASE("a length beyond 32 bits makes the head a longer one", "[media][mp4]") {
    const auto movie = Movie::parsed(mvhd(5'000, 3) + trak(1, 0));
    const std::vector<TrackToAdd> more = {{"[new]", 3, 0x1'0000'0000, std::nullopt}};
    const std::string expected = "\0\0\0\x78mvhd\x01\0\0\0"s + number(1, 8) + number(2, 8) +
                                 number(1'000, 4) + number(0x1'0000'0000, 8) + number(0x10000, 4) +
                                 std::string(72, 'r') + number(4, 4);
    CHECK(movie->with(more, {}) == box("moov", expected + trak(1, 0) + "[new]"));
    // A length that is not known stays so.
    const auto unknown = Movie::parsed(mvhd(0xFFFF'FFFF, 3));
    CHECK(unknown->with(more, {}) == box("moov", mvhd(0xFFFF'FFFF, 4) + "[new]"));
}

TEST_CASE("damaged, compressed and divided tables are refused", "[media][mp4]") {
    CHECK(codeOfMovie(mvhd(0, 1)).empty());
    CHECK(codeOfMovie("") == "mux.film");
    CHECK(codeOfMovie(mvhd(0, 1) + mvhd(0, 1)) == "mux.film");
    CHECK(codeOfMovie(box("mvhd", std::string(99, '\0'))) == "mux.film");
    CHECK(codeOfMovie(mvhd(0, 1) + box("trak", "")) == "mux.film");
    CHECK(codeOfMovie(mvhd(0, 1) + box("trak", box("tkhd", "\0\0\0\x07"sv))) == "mux.film");
    CHECK(codeOfMovie(mvhd(0, 1) + box("mvex", "")) == "mux.film");
    CHECK(codeOfMovie(mvhd(0, 1) + box("rmra", "")) == "mux.film");
    CHECK(codeOfMovie(box("cmov", "")) == "mux.film");
    CHECK(codeOfMovie(mvhd(0, 1) + "\0\0\0\x64"
                                   "trakxx"s) == "mux.film");
    std::string noScale = mvhd(0, 1);
    noScale.replace(20, 4, 4, '\0');
    CHECK(codeOfMovie(noScale) == "mux.film");
    // Boxes in boxes are not gone into.
    std::string nested;
    for (int i = 0; i < 1'000; ++i)
        nested = box("udta", nested);
    CHECK(codeOfMovie(mvhd(0, 1) + nested).empty());
}
