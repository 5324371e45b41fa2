// SPDX-License-Identifier: MIT
// Times how a film's frames are got at, each engine in turns in one process:
// film_times FILM SEEKS SEED [ENGINE]
// Prints lines of "engine what median p95" in milliseconds of wall time: `open` (the times of all
// frames are known), `seek` (random, exact), `seek-beside-peers` (those of them that all engines
// made), `next`, `previous` (a first step back), `back` (those
// behind it), `scale` (a decoded picture brought into that of a window); and "engine wrong COUNT
// LOOKED", how many pictures carried another number than the frame asked for.
#include "film_engine.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <random>
#include <string>
#include <vector>

namespace {

using bench::FilmEngine;
using bench::NamedEngine;

constexpr int kOpenings = 7;
constexpr int kSteps = 24;
/// Other programs, which take long, take part in one of so many turns.
constexpr int kPeerTurns = 3;
/// Subs and the bare calls, the first two engines, in each.
constexpr std::size_t kInAll = 2;

double milliseconds(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
        .count();
}

/// What one engine took.
struct Took {
    std::vector<double> open;
    std::vector<double> seek;
    std::vector<double> next;
    std::vector<double> previous;  ///< To the frame before one that was just sought.
    std::vector<double> back;      ///< The steps back behind that.
    int wrong = 0;
    int looked = 0;
};

class Course {
public:
    Course(FilmEngine& engine, int frames, Took& took)
        : engine_(engine), frames_(frames), took_(took) {}

    /// A random frame, steps forward from it, then another and steps back from that: one where each
    /// takes as long as the first.
    void run(int forward, int backward) {
        at(took_.seek, forward, [&] { return engine_.seek(forward); });
        for (int number = forward + 1; number < std::min(forward + kSteps, frames_); ++number)
            at(took_.next, number, [&] { return engine_.next(); });
        at(took_.seek, backward, [&] { return engine_.seek(backward); });
        const int steps = engine_.keepsFrames() ? kSteps : 1;
        for (int number = backward - 1; number >= std::max(backward - steps, 0); --number)
            at(number == backward - 1 ? took_.previous : took_.back, number, [&] {
                return engine_.seek(number);
            });
    }

private:
    void at(std::vector<double>& times, int number, const std::function<int()>& show) {
        int shown = 0;
        times.push_back(milliseconds([&] { shown = show(); }));
        if (!engine_.isChecked()) return;
        ++took_.looked;
        if (shown != number) ++took_.wrong;
    }

    FilmEngine& engine_;
    int frames_;
    Took& took_;
};

double share(std::vector<double> values, double part) {
    if (values.empty()) return 0;
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(static_cast<double>(values.size() - 1) * part)];
}

/// Of the seeks of engine `number` those that all engines made: two a turn.
std::vector<double> besidePeers(const std::vector<double>& seeks, std::size_t number) {
    if (number >= kInAll) return seeks;
    std::vector<double> shared;
    for (std::size_t i = 0; i < seeks.size(); ++i)
        if (i / 2 % kPeerTurns == 0) shared.push_back(seeks[i]);
    return shared;
}

void tell(const std::string& engine, const char* what, const std::vector<double>& times) {
    std::printf("%s %s %.3f %.3f\n", engine.c_str(), what, share(times, 0.5), share(times, 0.95));
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 4) return 2;
    const std::string film = argv[1];
    std::vector<NamedEngine> engines = bench::filmEngines();
    if (argc == 5)
        std::erase_if(engines, [&](const NamedEngine& each) { return each.name != argv[4]; });
    std::vector<Took> took(engines.size());
    int frames = 0;
    for (int turn = 0; turn < kOpenings; ++turn)
        for (std::size_t i = 0; i < engines.size(); ++i)
            took[i].open.push_back(milliseconds([&] { frames = engines[i].engine->open(film); }));
    std::mt19937 random(static_cast<unsigned>(std::atoi(argv[3])));
    std::uniform_int_distribution<int> anyFrame(0, frames - 1);
    for (int turn = 0; turn < std::atoi(argv[2]) / 2; ++turn) {
        const int forward = anyFrame(random);
        const int backward = anyFrame(random);
        const std::size_t taking =
            turn % kPeerTurns == 0 ? engines.size() : std::min(engines.size(), kInAll);
        for (std::size_t i = 0; i < taking; ++i)
            Course(*engines[i].engine, frames, took[i]).run(forward, backward);
    }
    for (std::size_t i = 0; i < engines.size(); ++i) {
        const std::string& name = engines[i].name;
        tell(name, "open", took[i].open);
        tell(name, "seek", took[i].seek);
        tell(name, "seek-beside-peers", besidePeers(took[i].seek, i));
        tell(name, "next", took[i].next);
        tell(name, "previous", took[i].previous);
        tell(name, "back", took[i].back);
        std::printf("%s wrong %d %d\n", name.c_str(), took[i].wrong, took[i].looked);
    }
    tell("bare", "scale", bench::scalings(film));
    return 0;
}
