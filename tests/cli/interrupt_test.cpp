// SPDX-License-Identifier: MIT
#include "catch.h"
#include "cli/program.h"
#include "folder.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

// One Ctrl-C or SIGTERM ends a program that waits for somebody else.

using testing::put;
using testing::Ran;
using testing::run;
using testing::someSrt;
namespace fs = std::filesystem;

namespace {

/// Waits up to ten seconds for `isSo`; false where it never was.
bool awaited(const std::function<bool()>& isSo) {
    for (int tries = 0; tries < 2000; ++tries) {
        if (isSo()) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return false;
}

bool hasOpen(int pid, const fs::path& file) {
    std::error_code ignored;
    for (const auto& entry :
         fs::directory_iterator("/proc/" + std::to_string(pid) + "/fd", ignored))
        if (fs::read_symlink(entry.path(), ignored) == file) return true;
    return false;
}

/// Sends one signal and, where that does not end the program, kills it: the status tells.
void endWithOne(int signal, int pid) {
    ::kill(pid, signal);
    const auto hasEnded = [pid] {
        siginfo_t info{};
        return ::waitid(P_PID, static_cast<id_t>(pid), &info, WEXITED | WNOHANG | WNOWAIT) == 0 &&
               info.si_pid == pid;
    };
    if (!awaited(hasEnded)) ::kill(pid, SIGKILL);
}

/// A folder with a named pipe and a subtitle file.
struct PipeFolder {
    testing::Folder folder;
    fs::path pipe = folder.path / "pipe.srt";

    PipeFolder() {
        REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
        put(folder.path / "a.srt", someSrt());
    }
    std::ptrdiff_t files() const {
        return std::distance(fs::directory_iterator(folder.path), fs::directory_iterator());
    }
};

const std::vector<std::vector<std::string>> kReaders = {
    {"convert", "pipe.srt", "-o", "out.ass"},
    {"info", "pipe.srt"},
    {"qc", "pipe.srt"},
    {"info", "a.srt", "--timecodes", "pipe.srt"}};

}  // namespace

TEST_CASE("one signal ends the waiting for a named pipe that nobody writes to", "[cli]") {
    const int signal = GENERATE(SIGINT, SIGTERM);
    for (const std::vector<std::string>& arguments : kReaders) {
        INFO(arguments.front());
        const PipeFolder here;
        const auto interrupt = [&](int pid) {
            CHECK(awaited([&] { return hasOpen(pid, here.pipe); }));
            endWithOne(signal, pid);
        };
        const Ran ran = run(arguments, {.folder = here.folder.path, .whileRunning = interrupt});
        CHECK(ran.status == 130);
        CHECK(ran.err ==
              "subs " + arguments.front() + ": error: stopped; 0 of 1 file done [cli.stopped]\n");
        CHECK(here.files() == 2);
    }
}

TEST_CASE("one signal ends the reading of a named pipe that is kept open", "[cli]") {
    const int signal = GENERATE(SIGINT, SIGTERM);
    for (const std::vector<std::string>& arguments : kReaders) {
        INFO(arguments.front());
        const PipeFolder here;
        const auto interrupt = [&](int pid) {
            int writer = -1;
            const auto opens = [&] {
                writer = ::open(here.pipe.c_str(), O_WRONLY | O_NONBLOCK | O_CLOEXEC);
                return writer >= 0;
            };
            REQUIRE(awaited(opens));
            REQUIRE(::write(writer, "1\n00:00", 7) == 7);
            int waiting = 0;
            CHECK(
                awaited([&] { return ::ioctl(writer, FIONREAD, &waiting) == 0 && waiting == 0; }));
            endWithOne(signal, pid);
            ::close(writer);
        };
        const Ran ran = run(arguments, {.folder = here.folder.path, .whileRunning = interrupt});
        CHECK(ran.status == 130);
        CHECK(ran.err.find("error: stopped; 0 of 1 file done [cli.stopped]") != std::string::npos);
        CHECK(here.files() == 2);
    }
}

TEST_CASE("what is finished stays when the waiting for a pipe is ended", "[cli]") {
    const PipeFolder here;
    const fs::path out = here.folder.path / "out";
    const auto interrupt = [&](int pid) {
        CHECK(awaited([&] { return fs::exists(out / "a.ass") && hasOpen(pid, here.pipe); }));
        endWithOne(SIGINT, pid);
    };
    const Ran ran =
        run({"convert", "a.srt", "pipe.srt", "-t", "ass", "--out-dir", "out", "-j", "2"},
            {.folder = here.folder.path, .whileRunning = interrupt});
    CHECK(ran.status == 130);
    CHECK(ran.err.find("stopped; 1 of 2 files done") != std::string::npos);
    CHECK(std::distance(fs::directory_iterator(out), fs::directory_iterator()) == 1);
}

TEST_CASE("a pipe that is written and closed is read to its end", "[cli]") {
    const PipeFolder here;
    std::jthread writer;
    const auto write = [&](int) {
        writer = std::jthread([&] { std::ofstream(here.pipe) << someSrt(); });
    };
    const Ran ran = run({"convert", "pipe.srt", "-o", "out.ass"},
                        {.folder = here.folder.path, .whileRunning = write});
    CHECK(ran.status == 0);
    CHECK(testing::get(here.folder.path / "out.ass").find("Dialogue: ") != std::string::npos);
}

TEST_CASE("one signal ends the waiting for somebody to take what is printed", "[cli]") {
    const testing::Folder folder;
    for (int i = 0; i < 400; ++i)
        put(folder.path / "in" / (std::to_string(1000 + i) + ".srt"), someSrt());
    std::array<int, 2> ends{};
    REQUIRE(::pipe2(ends.data(), O_CLOEXEC) == 0);
    const int size = ::fcntl(ends[1], F_SETPIPE_SZ, 4096);
    const auto interrupt = [&](int pid) {
        // It is full when no page of it is free.
        pollfd full{ends[1], POLLOUT, 0};
        CHECK(awaited([&] { return ::poll(&full, 1, 0) == 0; }));
        endWithOne(SIGINT, pid);
    };
    const Ran ran = run({"info", "--recursive", "in"},
                        {.folder = folder.path,
                         .inChild = [&] { ::dup2(ends[1], STDOUT_FILENO); },
                         .whileRunning = interrupt});
    CHECK(size == 4096);
    CHECK(ran.status == 130);
    CHECK(ran.err.find("subs info: error: stopped; ") == 0);
    ::close(ends[0]);
    ::close(ends[1]);
}
