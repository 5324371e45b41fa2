// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QElapsedTimer>
#include <QtCore/QEventLoop>
#include <QtCore/QTimer>
#include <time.h>

#include <algorithm>
#include <functional>

namespace testing {

/// The time that this thread has worked, in nanoseconds: what other programs of the machine take is
/// not in it, nor is waiting.
inline qint64 threadTime() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return qint64{now.tv_sec} * 1'000'000'000 + now.tv_nsec;
}

/// Runs `task` as one event of the window's thread and the event loop until `done`; answers the
/// longest time in milliseconds that the thread worked without looking for events, which is how
/// long a key press would have waited. A timer of no interval beats once a turn of the loop; the
/// longest pause between two beats is what is answered.
inline double longestHold(const std::function<void()>& task, const std::function<bool()>& done) {
    constexpr qint64 kPatience = 20'000;
    QEventLoop loop;
    QTimer beat;
    qint64 lastBeat = 0;
    QElapsedTimer clock;
    qint64 longest = 0;
    int beats = 0;
    QObject::connect(&beat, &QTimer::timeout, &loop, [&] {
        if (beats > 0) longest = std::max(longest, threadTime() - lastBeat);
        if (++beats == 1) QTimer::singleShot(0, &loop, task);
        if ((beats > 20 && done()) || clock.hasExpired(kPatience)) loop.quit();
        lastBeat = threadTime();
    });
    clock.start();
    beat.start(0);
    loop.exec();
    return static_cast<double>(longest) / 1e6;
}

}  // namespace testing
