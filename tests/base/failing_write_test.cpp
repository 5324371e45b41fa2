// SPDX-License-Identifier: MIT
// What is left on the disk when a file cannot be written: the old file, whole, and nothing else.
#include <subs/base/file.h>

#include "catch.h"
#include "folder.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <functional>
#include <thread>

using namespace subs;
namespace fs = std::filesystem;
using testing::Folder;

namespace {

constexpr uid_t kNobody = 65534;

std::size_t filesIn(const fs::path& folder) {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

/// Runs `work` in a child process, so that what it does to itself stays there; true where `work`
/// says so.
bool inChild(const std::function<bool()>& work) {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(work() ? 0 : 1);
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/// Root may write anywhere, so permission is tried as another user.
void dropRoot() {
    if (::geteuid() == 0 && (::setgid(kNobody) != 0 || ::setuid(kNobody) != 0)) ::_exit(2);
}

}  // namespace

TEST_CASE("a write that runs out of room keeps the old file and leaves nothing", "[base][file]") {
    const Folder folder;
    const fs::path file = folder.path / "film.srt";
    REQUIRE(writeFileAtomically(file, "old"));
    CHECK(inChild([&] {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{1000, 1000};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        const auto written = writeFileAtomically(file, std::string(5000, 'x'));
        return !written && written.error().code == "io.full" &&
               written.error().message.find("film.srt") != std::string::npos;
    }));
    CHECK(readFile(file).value() == "old");
    CHECK(filesIn(folder.path) == 1);
}

TEST_CASE("a folder that may not be written keeps the old file", "[base][file]") {
    const Folder folder;
    const fs::path file = folder.path / "film.srt";
    REQUIRE(writeFileAtomically(file, "old"));
    REQUIRE(::chmod(file.c_str(), 0666) == 0);
    REQUIRE(::chmod(folder.path.c_str(), 0555) == 0);
    CHECK(inChild([&] {
        dropRoot();
        const auto written = writeFileAtomically(file, "new");
        return !written && written.error().code == "io.denied";
    }));
    REQUIRE(::chmod(folder.path.c_str(), 0755) == 0);
    CHECK(readFile(file).value() == "old");
    CHECK(filesIn(folder.path) == 1);
}

TEST_CASE("a file that may not be read is refused by name", "[base][file]") {
    const Folder folder;
    const fs::path file = folder.path / "secret.srt";
    REQUIRE(writeFileAtomically(file, "x"));
    REQUIRE(::chmod(file.c_str(), 0000) == 0);
    REQUIRE(::chmod(folder.path.c_str(), 0755) == 0);
    CHECK(inChild([&] {
        dropRoot();
        const auto bytes = readFile(file);
        return !bytes && bytes.error().code == "io.denied" &&
               bytes.error().message.find("secret.srt") != std::string::npos;
    }));
}

TEST_CASE("a writer that is killed at any moment leaves no half-written file", "[base][file]") {
    const Folder folder;
    const fs::path file = folder.path / "film.srt";
    const std::string oldText(200'000, 'o');
    const std::string newText(3'000'000, 'n');
    for (int delay = 0; delay < 20; ++delay) {
        REQUIRE(writeFileAtomically(file, oldText));
        const pid_t child = ::fork();
        if (child == 0) ::_exit(writeFileAtomically(file, newText) ? 0 : 1);
        std::this_thread::sleep_for(std::chrono::microseconds(300 * delay));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        const std::string found = readFile(file).value();
        CHECK((found == oldText || found == newText));
        for (const auto& entry : fs::directory_iterator(folder.path)) {
            const std::string left = readFile(entry.path()).value();
            CHECK((left == oldText || left == newText));
        }
    }
}

TEST_CASE("a pipe is not replaced by a file", "[base][file]") {
    const Folder folder;
    const fs::path pipe = folder.path / "pipe";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    const auto written = writeFileAtomically(pipe, "text");
    REQUIRE_FALSE(written);
    CHECK(written.error().code == "io.not-a-file");
    CHECK(fs::is_fifo(pipe));
}

TEST_CASE("a replaced file keeps its mode and a link stays a link", "[base][file]") {
    const Folder folder;
    const fs::path file = folder.path / "film.srt";
    const fs::path link = folder.path / "link.srt";
    REQUIRE(writeFileAtomically(file, "old"));
    REQUIRE(::chmod(file.c_str(), 0640) == 0);
    fs::create_symlink("film.srt", link);
    REQUIRE(writeFileAtomically(link, "new"));
    CHECK(fs::is_symlink(link));
    CHECK(readFile(file).value() == "new");
    struct stat status {};
    REQUIRE(::stat(file.c_str(), &status) == 0);
    CHECK((status.st_mode & 07777) == 0640);
}
