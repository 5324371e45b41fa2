// SPDX-License-Identifier: MIT
#include "session_fixture.h"

#include <subs/base/file.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QDeadlineTimer>
#include <QtCore/QThread>

namespace testing {

QString written(const Folder& folder, std::string_view name, std::string_view bytes) {
    const std::filesystem::path path = folder.path / name;
    if (!subs::writeFileAtomically(path, bytes)) return {};
    return QString::fromStdU16String(path.u16string());
}

std::string contentOf(const QString& path) {
    return subs::readFile(std::filesystem::path(path.toStdU16String())).value_or("(unreadable)");
}

bool waitFor(const std::function<bool()>& done) {
    const QDeadlineTimer deadline(30'000);
    while (!done()) {
        if (deadline.hasExpired()) return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        QThread::usleep(500);
    }
    return true;
}

std::string mp4Head() {
    std::string head(
        "\0\0\0\x18"
        "ftypisom\0\0\x02\0isomiso2",
        24);
    return head + std::string(2000, '\0');
}

}  // namespace testing
