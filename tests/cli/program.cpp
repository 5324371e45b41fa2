// SPDX-License-Identifier: MIT
#include "cli/program.h"

#include <subs/base/file.h>

#include "catch.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>

namespace testing {
namespace {

struct Pipe {
    int reading = -1;
    int writing = -1;
    Pipe() {
        std::array<int, 2> ends{};
        REQUIRE(::pipe2(ends.data(), O_CLOEXEC) == 0);
        reading = ends[0];
        writing = ends[1];
    }
};

[[noreturn]] void become(const std::vector<std::string>& arguments,
                         const RunOptions& options,
                         const Pipe& out,
                         const Pipe& err,
                         int input) {
    ::dup2(input, STDIN_FILENO);
    const int file =
        options.outputFile.empty() ? out.writing : ::open(options.outputFile.c_str(), O_WRONLY);
    ::dup2(file, STDOUT_FILENO);
    ::dup2(err.writing, STDERR_FILENO);
    if (!options.folder.empty() && ::chdir(options.folder.c_str()) != 0) ::_exit(126);
    for (const auto& [name, value] : options.environment)
        ::setenv(name.c_str(), value.c_str(), 1);
    if (options.inChild) options.inChild();
    std::vector<std::string> words{options.program};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> pointers;
    for (std::string& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    ::execv(options.program.c_str(), pointers.data());
    ::_exit(127);
}

/// A file with `bytes`, already without a name, read from its beginning.
int inputOf(const std::string& bytes) {
    FILE* file = std::tmpfile();
    REQUIRE(file != nullptr);
    REQUIRE(std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size());
    std::rewind(file);
    const int fd = ::fcntl(::fileno(file), F_DUPFD_CLOEXEC, 3);
    std::fclose(file);
    return fd;
}

/// Reads both until both are closed.
void drain(int out, int err, Ran& ran) {
    std::array<pollfd, 2> ends{pollfd{out, POLLIN, 0}, pollfd{err, POLLIN, 0}};
    std::array<std::string*, 2> texts{&ran.out, &ran.err};
    for (int open = 2; open > 0;) {
        ::poll(ends.data(), ends.size(), -1);
        for (std::size_t i = 0; i < ends.size(); ++i) {
            if (ends[i].fd < 0 || ends[i].revents == 0) continue;
            std::array<char, 65536> buffer{};
            const ssize_t got = ::read(ends[i].fd, buffer.data(), buffer.size());
            if (got > 0) texts[i]->append(buffer.data(), static_cast<std::size_t>(got));
            if (got > 0) continue;
            ::close(ends[i].fd);
            ends[i].fd = -1;
            --open;
        }
    }
}

}  // namespace

Ran run(const std::vector<std::string>& arguments, const RunOptions& options) {
    const Pipe out;
    const Pipe err;
    const int input = inputOf(options.input);
    const pid_t pid = ::fork();
    REQUIRE(pid >= 0);
    if (pid == 0) become(arguments, options, out, err, input);
    ::close(input);
    ::close(out.writing);
    ::close(err.writing);
    if (options.whileRunning) options.whileRunning(pid);
    Ran ran;
    drain(out.reading, err.reading, ran);
    int status = 0;
    ::waitpid(pid, &status, 0);
    ran.status = WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
    return ran;
}

void put(const std::filesystem::path& path, std::string_view bytes) {
    std::filesystem::create_directories(path.parent_path());
    const auto written = subs::writeFileAtomically(path, bytes);
    REQUIRE(written);
}

std::string get(const std::filesystem::path& path) {
    const auto bytes = subs::readFile(path);
    REQUIRE(bytes);
    return *bytes;
}

std::string someSrt(int cues) {
    std::string text;
    for (int i = 0; i < cues; ++i) {
        std::array<char, 64> times{};
        std::snprintf(times.data(),
                      times.size(),
                      "00:%02d:%02d,000 --> 00:%02d:%02d,500",
                      i / 30 % 60,
                      i * 2 % 60,
                      i / 30 % 60,
                      i * 2 % 60 + 1);
        text += std::to_string(i + 1) + "\n" + times.data() + "\n" +
                (i % 2 == 0 ? "Where is it?" : "វានៅឯណា?") + "\n\n";
    }
    return text;
}

}  // namespace testing
