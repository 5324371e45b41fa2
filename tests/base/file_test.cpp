// SPDX-License-Identifier: MIT
#include <subs/base/file.h>

#include "catch.h"
#include "folder.h"

#include <sys/stat.h>

#include <chrono>
#include <fstream>
#include <functional>
#include <stop_token>
#include <string>
#include <thread>

using namespace subs;
namespace fs = std::filesystem;

using testing::Folder;

TEST_CASE("a written file is read back whole and leaves no other file", "[base]") {
    const Folder folder;
    const fs::path file = folder.path / "ខ្មែរ.srt";
    REQUIRE(writeFileAtomically(file, "old"));
    REQUIRE(writeFileAtomically(file, "new text"));
    CHECK(readFile(file).value() == "new text");
    CHECK(std::distance(fs::directory_iterator(folder.path), fs::directory_iterator()) == 1);
}

TEST_CASE("an existing file is kept when replacing is refused", "[base]") {
    const Folder folder;
    const fs::path file = folder.path / "a.srt";
    REQUIRE(writeFileAtomically(file, "old"));
    const auto written = writeFileAtomically(file, "new", {.existing = Existing::Refuse});
    REQUIRE_FALSE(written);
    CHECK(written.error().code == "io.exists");
    CHECK(readFile(file).value() == "old");
}

TEST_CASE("a missing file and a folder are refused with a reason", "[base]") {
    CHECK(readFile("/no/such/file").error().code == "io.not-found");
    CHECK(readFile("/").error().message == "cannot read /: it is a folder");
}

TEST_CASE("a file larger than the limit is refused before it is read", "[base][file]") {
    const testing::Folder folder;
    const auto path = folder.path / "huge.srt";
    std::ofstream(path).close();
    std::filesystem::resize_file(path, std::uintmax_t{3} << 30U);
    const auto huge = subs::readFile(path);
    REQUIRE_FALSE(huge);
    CHECK(huge.error().code == "io.too-large");
    CHECK(huge.error().message == "cannot read " + path.string() + ": it is larger than 1024 MiB");
    std::filesystem::resize_file(path, 10);
    CHECK(subs::readFile(path, {.limit = 10}));
    CHECK_FALSE(subs::readFile(path, {.limit = 9}));
    // A device has no size to look at.
    const auto endless = subs::readFile("/dev/zero", {.limit = 1000});
    REQUIRE_FALSE(endless);
    CHECK(endless.error().message == "cannot read /dev/zero: it is larger than 1000 bytes");
}

TEST_CASE("a file written in stretches takes its place only when it is finished", "[base]") {
    const Folder folder;
    const fs::path file = folder.path / "a.srt";
    REQUIRE(writeFileAtomically(file, "old"));
    {
        auto writer = FileWriter::create(file);
        REQUIRE(writer);
        CHECK(writer->append("one "));
        CHECK(readFile(file).value() == "old");
    }
    CHECK(readFile(file).value() == "old");
    auto writer = FileWriter::create(file);
    REQUIRE(writer);
    CHECK(writer->append("one "));
    CHECK(writer->append("two"));
    CHECK(writer->finish());
    CHECK(readFile(file).value() == "one two");
    CHECK(std::distance(fs::directory_iterator(folder.path), fs::directory_iterator()) == 1);
}

TEST_CASE("a file that is written can have its head put right", "[base]") {
    const Folder folder;
    const fs::path file = folder.path / "film.mkv";
    auto writer = FileWriter::create(file);
    REQUIRE(writer);
    CHECK(writer->writeAt(0, "size: ?, "));
    CHECK(writer->writeAt(9, std::string(std::size_t{3} << 20U, 'x')));
    CHECK(writer->writeAt(6, "3"));
    CHECK_FALSE(fs::exists(file));
    CHECK(writer->finish());
    const std::string bytes = readFile(file).value();
    CHECK(bytes.size() == 9 + (std::size_t{3} << 20U));
    CHECK(bytes.substr(0, 10) == "size: 3, x");
    CHECK(bytes.back() == 'x');
}

TEST_CASE("a file is read in stretches up to its end", "[base]") {
    const Folder folder;
    const fs::path file = folder.path / "a.srt";
    REQUIRE(writeFileAtomically(file, "abcdefg"));
    auto source = FileSource::open(file);
    REQUIRE(source);
    CHECK(source->size() == 7);
    std::string bytes(4, ' ');
    CHECK(source->read(bytes).value() == 4);
    CHECK(bytes == "abcd");
    CHECK(source->readAt(5, bytes).value() == 2);
    CHECK(bytes.substr(0, 2) == "fg");
    CHECK(source->readAt(9, bytes).value() == 0);
    CHECK(source->read(bytes).value() == 3);
    CHECK(bytes.substr(0, 3) == "efg");
    CHECK(source->read(bytes).value() == 0);
    CHECK(FileSource::open(folder.path).error().message.find("it is a folder") !=
          std::string::npos);
}

TEST_CASE("a file that grows or shrinks or is written over while it is read is an error",
          "[base]") {
    const Folder folder;
    const fs::path file = folder.path / "a.srt";
    const auto errorAfter = [&](const std::function<void()>& meddle) {
        REQUIRE(writeFileAtomically(file, "abcdefg"));
        auto source = FileSource::open(file);
        REQUIRE(source);
        std::string begun(4, ' ');
        REQUIRE(source->read(begun).value() == 4);
        meddle();
        const auto rest = readRest(*source, 1000);
        return rest ? Error() : rest.error();
    };
    const Error grown = errorAfter([&] { std::ofstream(file, std::ios::app) << "hi"; });
    CHECK(grown.code == "io.changed");
    CHECK(grown.message == "cannot read " + file.string() + ": it was changed while it was read");
    CHECK(errorAfter([&] { fs::resize_file(file, 5); }).code == "io.changed");
    const fs::file_time_type other{std::chrono::hours(1)};
    CHECK(errorAfter([&] { fs::last_write_time(file, other); }).code == "io.changed");
    CHECK(errorAfter([] {}).code.empty());
    // Another file of that name is another file: what is read is the old one, whole.
    CHECK(errorAfter([&] { REQUIRE(writeFileAtomically(file, "new")); }).code.empty());
}

TEST_CASE("the waiting for a pipe ends when a stop is asked for", "[base]") {
    const Folder folder;
    const fs::path pipe = folder.path / "pipe";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    std::stop_source before;
    before.request_stop();
    CHECK(readFile(pipe, {.stop = before.get_token()}).error().code == "io.stopped");
    std::stop_source meanwhile;
    std::jthread stopper([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(30));
        meanwhile.request_stop();
    });
    CHECK(readFile(pipe, {.stop = meanwhile.get_token()}).error().code == "io.stopped");
}

TEST_CASE("a pipe is read to its end however slowly it is written", "[base]") {
    const Folder folder;
    const fs::path pipe = folder.path / "pipe";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    std::jthread writer([&] {
        std::ofstream out(pipe);
        out << "one " << std::flush;
        std::this_thread::sleep_for(std::chrono::milliseconds(30));
        out << "two";
    });
    CHECK(readFile(pipe).value() == "one two");
}
