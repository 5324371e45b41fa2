// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/base/file.h>
#include <subs/editor/cue_table_view.h>
#include <subs/editor/main_window.h>
#include <subs/editor/screenshot.h>
#include <subs/editor/timeline.h>
#include <subs/session/cue_table_model.h>
#include <subs/session/player.h>
#include <subs/session/workspace.h>

#include <QtCore/QBuffer>
#include <QtCore/QElapsedTimer>
#include <QtCore/QEventLoop>
#include <QtCore/QTimer>
#include <QtGui/QPixmap>

namespace subs::editor {

namespace {

constexpr int kTimeout = 30'000;
constexpr int kGlance = 15;

// Lets the window work until nothing is pending, twice in a row: what ends may start something new.
Result<void> settled(const MainWindow& window) {
    QElapsedTimer clock;
    clock.start();
    QString missing;
    for (int quiet = 0; quiet < 2;) {
        QEventLoop loop;
        QTimer::singleShot(kGlance, &loop, &QEventLoop::quit);
        loop.exec();
        missing = window.pending();
        quiet = missing.isEmpty() ? quiet + 1 : 0;
        if (clock.elapsed() > kTimeout)
            return failure("screenshot.timeout", "gave up after 30 s: " + missing.toStdString());
    }
    return {};
}

Result<void> goToCue(MainWindow& window, const Session& session, int cue) {
    const int rows = session.cues.rowCount();
    if (cue > rows)
        return failure("screenshot.cue",
                       QStringLiteral("there is no cue %1; the table has %2")
                           .arg(cue)
                           .arg(rows)
                           .toStdString());
    window.goToRow(cue - 1);
    return {};
}

Result<void> goToFrame(MainWindow& window, const Session& session, const Options& options) {
    const std::int64_t frames = session.player.frameCount();
    if (*options.frame >= frames)
        return failure("screenshot.frame",
                       QStringLiteral("there is no frame %1; the film has %2")
                           .arg(*options.frame)
                           .arg(frames)
                           .toStdString());
    const Frame frame{*options.frame};
    if (!options.cue && session.workspace.timeline())
        window.goToRow(session.cues.rowAt(session.workspace.timeline()->timeOf(frame)));
    session.player.seek(frame);
    return {};
}

// As near as the timeline can.
Result<void> zoomTo(MainWindow& window, const Session& session, double pixels) {
    const std::optional<FrameTimeline> frames = session.player.timeline();
    if (!frames)
        return failure("screenshot.zoom", "--zoom needs a film: without one there are no frames");
    Timeline& line = window.timeline();
    line.setPerSecond(pixels * line.scale().perSecond() / line.scale().perFrame(*frames));
    return {};
}

// The window is not made larger than was asked for behind a person's back.
Result<void> checkSize(const MainWindow& window, QSize size) {
    const QSize least = window.minimumSizeHint().expandedTo(window.minimumSize());
    if (least.width() <= size.width() && least.height() <= size.height()) return {};
    return failure("screenshot.size",
                   QStringLiteral("--size %1x%2 is less than the window needs: %3x%4")
                       .arg(size.width())
                       .arg(size.height())
                       .arg(least.width())
                       .arg(least.height())
                       .toStdString());
}

}  // namespace

Result<void> goToAsked(MainWindow& window, const Session& session, const Options& options) {
    Result<void> done = settled(window);
    if (done && options.cue) done = goToCue(window, session, *options.cue);
    if (done && options.frame) done = goToFrame(window, session, options);
    if (done && options.zoom) done = zoomTo(window, session, *options.zoom);
    if (done && (options.cue || options.frame || options.zoom)) done = settled(window);
    return done;
}

Result<void> writeScreenshot(MainWindow& window, const Session& session, const Options& options) {
    window.resize(options.size);
    window.show();
    if (Result<void> fits = checkSize(window, options.size); !fits) return fits;
    Result<void> there = goToAsked(window, session, options);
    const QPixmap picture = window.grab();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !picture.save(&buffer, "PNG"))
        return failure("screenshot.write", "the picture cannot be made");
    const Result<void> written =
        writeFileAtomically(options.screenshot->toStdString(),
                            std::string_view(bytes.constData(), std::size_t(bytes.size())));
    if (!written) return failure("screenshot.write", written.error().message);
    return there;
}

}  // namespace subs::editor
