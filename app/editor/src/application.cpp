// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/application.h>
#include <subs/editor/film_player.h>
#include <subs/editor/main_window.h>
#include <subs/editor/options.h>
#include <subs/editor/plurals.h>
#include <subs/editor/screenshot.h>
#include <subs/editor/seed_files.h>
#include <subs/editor/shot_folder.h>
#include <subs/editor/shot_watcher.h>
#include <subs/editor/sound_watcher.h>
#include <subs/editor/theme.h>
#include <subs/session/checks.h>
#include <subs/session/cue_table_model.h>
#include <subs/session/film_shots.h>
#include <subs/session/settings.h>
#include <subs/session/workspace.h>

#include <QtCore/QTemporaryDir>
#include <QtWidgets/QApplication>

#include <cstdio>

namespace subs::editor {

namespace {

constexpr int kDone = 0;
constexpr int kCouldNot = 2;

int told(const QString& text) {
    std::fputs(text.toUtf8().constData(), stdout);
    return kDone;
}

int failed(const QString& message) {
    std::fputs(QStringLiteral("subs-editor: %1\n").arg(message).toUtf8().constData(), stderr);
    return kCouldNot;
}

// What Qt says of its own to developers does not belong on a person's terminal.
void passSeriousOnly(QtMsgType type, const QMessageLogContext&, const QString& message) {
    if (type == QtCriticalMsg || type == QtFatalMsg) failed(message);
}

bool hasDisplay() {
    return qEnvironmentVariableIsSet("QT_QPA_PLATFORM") ||
           !qEnvironmentVariableIsEmpty("DISPLAY") ||
           !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
}

/// Everything that lives as long as the window. A screenshot leaves the person's settings alone.
struct Desk {
    explicit Desk(QApplication& application, const Options& options)
        : settings(options.screenshot ? scratch.filePath(QStringLiteral("settings.ini"))
                                      : QString()),
          theme(application) {
        rules = keepProfiles(workspace, checks);
        if (options.theme)
            theme.fix(options.theme);
        else if (!options.screenshot && settings.theme() != session::Theme::System)
            theme.fix(settings.theme() == session::Theme::Dark ? Shade::Dark : Shade::Light);
        workspace.setLinkedTimes(settings.linkedTimes());
        player.setVolume(settings.volume());
    }
    Session session() { return {workspace, checks, cues, player, sound, shots, settings, theme}; }

    QTemporaryDir scratch;
    session::Settings settings;
    Theme theme;
    session::Workspace workspace;
    session::Checks checks{workspace};
    session::CueTableModel cues{workspace, checks};
    FilmPlayer player{PlayerParts{nullptr, {}, media::FilmCache::ofUser()}};
    SoundWatcher sound{media::FilmCache::ofUser()};
    ShotWatcher search{media::FilmCache::ofUser()};
    ShotFolder kept{ShotFolder::ofUser()};
    session::FilmShots shots{workspace, search, kept};
    Result<void> rules;
};

int takePicture(Desk& desk, MainWindow& window, const Options& options) {
    const Result<void> written = writeScreenshot(window, desk.session(), options);
    if (!written) return failed(QString::fromStdString(written.error().message));
    for (const QString& problem : window.problems().texts())
        failed(problem);
    if (desk.workspace.isFilmMissing())
        failed(QStringLiteral("%1 does not exist").arg(desk.workspace.filmPath()));
    const bool opened = window.files().lastReport().errors.empty();
    return opened && desk.player.state() != session::PlayerState::Failed ? kDone : kCouldNot;
}

int openWindow(Desk& desk, MainWindow& window, const Options& options) {
    if (options.sizeGiven) window.resize(options.size);
    window.show();
    if (options.cue || options.frame || options.zoom) {
        const Result<void> there = goToAsked(window, desk.session(), options);
        if (!there)
            window.problems().show({QStringLiteral("asked"),
                                    ProblemKind::Problem,
                                    QString::fromStdString(there.error().message),
                                    {}});
    }
    return QApplication::exec();
}

}  // namespace

int runEditor(int argc, char* argv[]) {
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    const Result<Options> options = parseOptions(arguments);
    if (!options)
        return failed(QString::fromStdString(options.error().message) +
                      QStringLiteral(" (see subs-editor --help)"));
    if (options->help) return told(helpText());
    if (options->version) return told(QStringLiteral("subs-editor " SUBS_VERSION "\n"));
    if (options->screenshot && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (!hasDisplay())
        return failed(QStringLiteral(
            "there is no display here; --screenshot FILE.png writes a picture of the window"));
    if (options->screenshot) qInstallMessageHandler(&passSeriousOnly);
    int oneArgument = 1;
    QApplication application(oneArgument, argv);
    QApplication::setApplicationName(QStringLiteral("Subs"));
    QApplication::setApplicationVersion(QStringLiteral(SUBS_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("subs-editor"));
    EnglishPlurals plurals;
    QCoreApplication::installTranslator(&plurals);
    Desk desk(application, *options);
    MainWindow window(desk.session(), sampleFiles());
    if (!desk.rules)
        window.problems().show({QStringLiteral("rules"),
                                ProblemKind::Problem,
                                asSentence(QString::fromStdString(placed(desk.rules.error()))),
                                {}});
    window.files().open(options->files);
    return options->screenshot ? takePicture(desk, window, *options)
                               : openWindow(desk, window, *options);
}

}  // namespace subs::editor
