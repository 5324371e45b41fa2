// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QElapsedTimer>
#include <QtCore/QEventLoop>
#include <QtCore/QTimer>

#include <algorithm>
#include <functional>

namespace testing {

/// Runs `task` as one event of the window's thread and the event loop until `done`; answers the
/// longest time in milliseconds that the thread was held, which is how long a key press would have
/// waited. A timer of no interval beats once a turn of the loop; the longest pause between two
/// beats is what is answered.
inline double longestHold(const std::function<void()>& task, const std::function<bool()>& done) {
    constexpr qint64 kPatience = 20'000;
    QEventLoop loop;
    QTimer beat;
    QElapsedTimer sinceBeat;
    QElapsedTimer clock;
    qint64 longest = 0;
    int beats = 0;
    QObject::connect(&beat, &QTimer::timeout, &loop, [&] {
        if (sinceBeat.isValid()) longest = std::max(longest, sinceBeat.nsecsElapsed());
        if (++beats == 1) QTimer::singleShot(0, &loop, task);
        if ((beats > 20 && done()) || clock.hasExpired(kPatience)) loop.quit();
        sinceBeat.start();
    });
    clock.start();
    beat.start(0);
    loop.exec();
    return static_cast<double>(longest) / 1e6;
}

}  // namespace testing
