// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/base/file.h>
#include <subs/editor/plurals.h>
#include <subs/editor/problem_area.h>
#include <subs/editor/shot_flow.h>
#include <subs/session/film_shots.h>
#include <subs/session/player.h>
#include <subs/session/settings.h>
#include <subs/session/workspace.h>

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtWidgets/QFileDialog>

#include <algorithm>
#include <memory>

namespace subs::editor {

using namespace session;

namespace {

const QString kLists = QStringLiteral("shot-lists");
const QString kKept = QStringLiteral("shots-kept");
const QString kLost = QStringLiteral("shots-lost");

Result<ReadShots> readList(const QString& path, const FrameTimeline& timeline) {
    const auto bytes = readFile(QFile::encodeName(path).toStdString());
    if (!bytes) return tl::unexpected(bytes.error());
    return readShotFile(*bytes, {.timeline = &timeline});
}

QString nameOf(std::string_view format) {
    const auto formats = shotFileFormats();
    const auto known = std::ranges::find(formats, format, &ShotFileInfo::id);
    const std::string_view name = known == formats.end() ? format : known->name;
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

QString cutCount(std::size_t count) {
    return ShotFlow::tr("%n cut(s)", nullptr, pluralNumber(static_cast<std::int64_t>(count)));
}

}  // namespace

ShotFlow::ShotFlow(const Session& session, ProblemArea& problems, QWidget& window)
    : QObject(&window), session_(session), problems_(problems), window_(window) {
    connect(&session_.shots, &FilmShots::kept, this, &ShotFlow::tellKept);
    connect(&session_.shots, &FilmShots::lost, this, [this](const QString& problem) {
        problems_.show({kLost,
                        ProblemKind::Problem,
                        tr("What was changed of this film's cuts before could not be read: %1")
                            .arg(asSentence(problem)),
                        {}});
    });
    connect(&session_.workspace, &Workspace::filmPathChanged, this, [this] {
        problems_.clear(kLists);
        problems_.clear(kLost);
    });
}

void ShotFlow::tellKept(const QString& problem) {
    if (problem.isEmpty()) return problems_.clear(kKept);
    problems_.show({kKept,
                    ProblemKind::Failure,
                    tr("Your cuts are not kept: %1 They are here as long as the film is open.")
                        .arg(asSentence(problem)),
                    {{tr("Write them to a file…"), [this] { chooseAndWrite(); }},
                     {tr("Try again"), [this] { session_.shots.keepAgain(); }}}});
}

void ShotFlow::tellFailed(const QString& text) {
    problems_.show({kLists, ProblemKind::Problem, text, {}});
}

void ShotFlow::chooseAndRead() {
    QFileDialog dialog(&window_, tr("Read cuts"), session_.settings.lastFolder());
    dialog.setFileMode(QFileDialog::ExistingFile);
    dialog.setNameFilters(
        {tr("Lists of cuts (*.txt *.edl *.json *.log *.stats *.pass *.qp)"), tr("All files (*)")});
    if (dialog.exec() == QDialog::Accepted) read(dialog.selectedFiles().value(0));
}

void ShotFlow::read(const QString& path) {
    const std::optional<FrameTimeline> timeline = session_.player.timeline();
    if (!timeline || session_.player.indexedShare() < 1)
        return tellFailed(tr("%1 was not read: the film's frames are still being looked for.")
                              .arg(QFileInfo(path).fileName()));
    ++busy_;
    worker_.add(
        [this, path, timeline, film = session_.workspace.filmPath()](const std::stop_token&) {
            const auto read = std::make_shared<const Result<ReadShots>>(readList(path, *timeline));
            QMetaObject::invokeMethod(
                this, [this, path, film, read] { take(path, film, *read); }, Qt::QueuedConnection);
        });
}

void ShotFlow::take(const QString& path, const QString& film, const Result<ReadShots>& read) {
    --busy_;
    if (film != session_.workspace.filmPath()) return;
    const QString name = QFileInfo(path).fileName();
    if (!read) {
        return tellFailed(tr("%1 was not read: %2")
                              .arg(name, asSentence(QString::fromStdString(placed(read.error())))));
    }
    if (read->shots.cuts.empty() && read->shots.transitions.empty())
        return tellFailed(tr("There is no cut in %1; nothing was changed.").arg(name));
    session_.shots.takeList(read->shots, name);
    tellRead(name, *read);
}

void ShotFlow::tellRead(const QString& name, const ReadShots& read) {
    QStringList sentences{tr("%1 from %2 (%3) take the place of what was found.")
                              .arg(cutCount(read.shots.cuts.size()), name, nameOf(read.format))};
    const auto beyond = std::ranges::count_if(
        read.shots.cuts, [&](Frame cut) { return cut.number >= session_.player.frameCount(); });
    if (beyond > 0)
        sentences << tr(
            "%n of them lie(s|) behind the film's last frame: was the list made for this film?",
            nullptr,
            pluralNumber(beyond));
    if (!read.diagnostics.empty()) {
        const Diagnostic& first = read.diagnostics.front();
        const QString text = QString::fromStdString(first.message);
        sentences << (first.line > 0 ? tr("Line %1: %2").arg(first.line).arg(asSentence(text))
                                     : asSentence(text));
    }
    const auto more = static_cast<std::int64_t>(read.diagnostics.size()) - 1;
    if (more > 0) sentences << tr("There (is|are) %n more remark(s).", nullptr, pluralNumber(more));
    const bool isPlain = beyond == 0 && read.diagnostics.empty();
    problems_.show({kLists,
                    isPlain ? ProblemKind::Remark : ProblemKind::Problem,
                    sentences.join(QLatin1Char(' ')),
                    {}});
}

void ShotFlow::chooseAndWrite() {
    QFileDialog dialog(&window_, tr("Write cuts"), session_.settings.lastFolder());
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setNameFilter(tr("JSON (*.json)"));
    dialog.setDefaultSuffix(QStringLiteral("json"));
    dialog.selectFile(QFileInfo(session_.workspace.filmPath()).completeBaseName() +
                      QStringLiteral(".shots.json"));
    if (dialog.exec() == QDialog::Accepted) write(dialog.selectedFiles().value(0));
}

void ShotFlow::write(const QString& path) {
    const std::optional<FrameTimeline> timeline = session_.player.timeline();
    if (!timeline) return;
    const std::string json =
        shotsJson(session_.shots.shots(), session_.player.frameCount(), timeline->averageRate());
    const QString done =
        tr("%1 were written to %2.")
            .arg(cutCount(session_.shots.shots().cuts.size()), QFileInfo(path).fileName());
    ++busy_;
    worker_.add([this, path, json, done](const std::stop_token&) {
        const auto written =
            writeFileAtomically(QFile::encodeName(path).toStdString(), json + '\n');
        const QString problem =
            written ? QString() : QString::fromStdString(written.error().message);
        QMetaObject::invokeMethod(
            this,
            [this, done, problem] {
                --busy_;
                if (!problem.isEmpty()) return tellFailed(asSentence(problem));
                problems_.show({kLists, ProblemKind::Remark, done, {}});
            },
            Qt::QueuedConnection);
    });
}

}  // namespace subs::editor
