// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/cue_editor.h>
#include <subs/editor/file_filters.h>
#include <subs/editor/file_flow.h>
#include <subs/editor/plurals.h>
#include <subs/format/format.h>
#include <subs/session/settings.h>

#include <QtCore/QEventLoop>
#include <QtCore/QFileInfo>
#include <QtCore/QTimer>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QMessageBox>

#include <memory>

namespace subs::editor {

using namespace session;

namespace {

QString fileName(const QString& path) {
    return QFileInfo(path).fileName();
}

QString saveId(Side side) {
    return side == Side::First ? QStringLiteral("save-first") : QStringLiteral("save-second");
}

}  // namespace

FileFlow::FileFlow(const Session& session, ProblemArea& problems, QWidget& window)
    : QObject(&window), session_(session), problems_(problems), window_(window) {
    connect(&session_.workspace, &Workspace::stateChanged, this, [this] {
        for (const Side side : kBothSides)
            tellReadOnly(side);
    });
}

QString FileFlow::nameOf(Side side) const {
    const QString path = session_.workspace.path(side);
    return path.isEmpty() ? tr("The %1 track").arg(languageName(session_.workspace.language(side)))
                          : fileName(path);
}

void FileFlow::open(const QStringList& files) {
    if (files.isEmpty()) return;
    QStringList names;
    for (const QString& file : files)
        names << fileName(file);
    setReading(names.join(QStringLiteral(", ")));
    reader_.replace([this, files, beside = session_.workspace.beside(), reading = ++generation_](
                        const std::stop_token& stop) {
        auto read = std::make_shared<OpenedFiles>(readFiles(files, beside, stop));
        if (stop.stop_requested()) return;
        QMetaObject::invokeMethod(
            this, [this, read, reading] { take(std::move(*read), reading); }, Qt::QueuedConnection);
    });
}

void FileFlow::setReading(const QString& names) {
    reading_ = names;
    emit readingChanged();
}

void FileFlow::take(OpenedFiles files, quint64 generation) {
    if (generation != generation_) return;
    if (session_.workspace.wouldLoseEdits(files) && !mayLeave()) return setReading({});
    report_ = session_.workspace.adopt(std::move(files));
    tellErrors(report_);
    for (const Side side : report_.tracks) {
        tellRemarks(side);
        tellReadOnly(side);
    }
    remember(report_);
    setReading({});
    emit opened(report_);
}

void FileFlow::tellErrors(const OpenReport& report) {
    for (const FileError& failed : report.errors)
        problems_.show({QStringLiteral("open ") + failed.path,
                        ProblemKind::Problem,
                        asSentence(QString::fromStdString(failed.error.message)),
                        {{tr("Open another…"), [this] { chooseAndOpen(FileFilter::All); }},
                         {tr("Try again"), [this, path = failed.path] { open({path}); }}}});
}

// What the reader could not make sense of, told once and in short; nothing of it is lost.
void FileFlow::tellRemarks(Side side) {
    const QString id = QStringLiteral("read-") + saveId(side);
    problems_.clear(id);
    const Diagnostics& remarks = session_.workspace.diagnostics(side);
    if (remarks.empty()) return;
    const Diagnostic& first = remarks.front();
    const QString where =
        first.line > 0 ? tr("%1, line %2").arg(nameOf(side)).arg(first.line) : nameOf(side);
    const int more = pluralNumber(static_cast<std::int64_t>(remarks.size()) - 1);
    QString text =
        QStringLiteral("%1: %2").arg(where, asSentence(QString::fromStdString(first.message)));
    if (more > 0) text += QLatin1Char(' ') + tr("There (is|are) %n more remark(s).", nullptr, more);
    problems_.show({id, ProblemKind::Problem, text, {}});
}

void FileFlow::remember(const OpenReport& report) {
    QStringList files;
    if (report.film) files << session_.workspace.filmPath();
    for (const Side side : report.tracks)
        files << session_.workspace.path(side);
    if (files.isEmpty()) return;
    session_.settings.addRecentFiles(files);
    session_.settings.setLastFolder(QFileInfo(files.front()).absolutePath());
}

void FileFlow::chooseAndOpen(FileFilter filter) {
    const QStringList filters{tr("Films and subtitles (*)"),
                              tr("Films (*.mp4 *.mkv *.mov *.webm *.avi *.m4a *.mp3 *.wav)"),
                              subtitleFilter()};
    QFileDialog dialog(&window_, tr("Open"), session_.settings.lastFolder());
    dialog.setFileMode(QFileDialog::ExistingFiles);
    dialog.setNameFilters(filters);
    dialog.selectNameFilter(filters[static_cast<int>(filter)]);
    if (dialog.exec() == QDialog::Accepted) open(dialog.selectedFiles());
}

void FileFlow::save() {
    for (const Side side : kBothSides)
        if (session_.workspace.isModified(side)) saveTrack(side, ChangedOnDisk::Refuse);
}

void FileFlow::saveTrack(Side side, ChangedOnDisk changed) {
    if (session_.workspace.path(side).isEmpty()) return saveAs(side);
    start(side, session_.workspace.saveJob(side, {.changed = changed}));
}

void FileFlow::saveTo(Side side, const QString& path) {
    start(side, session_.workspace.saveAsJob(side, path));
}

void FileFlow::start(Side side, Result<SaveJob> job) {
    if (!job) return tellSaved(side, tl::unexpected(job.error()));
    ++saving_;
    writer_.add([this, job = std::move(*job)](const std::stop_token&) {
        auto written = std::make_shared<Result<WrittenFile>>(runSaveJob(job));
        QMetaObject::invokeMethod(
            this, [this, job, written] { finish(job, std::move(*written)); }, Qt::QueuedConnection);
    });
}

void FileFlow::finish(const SaveJob& job, Result<WrittenFile> written) {
    --saving_;
    tellSaved(job.side, session_.workspace.finishSave(job, std::move(written)));
}

// Before the window goes: false where something is not saved after all.
bool FileFlow::saveAndWait() {
    save();
    QEventLoop loop;
    QTimer poll;
    connect(&poll, &QTimer::timeout, &loop, [&] {
        if (!isSaving()) loop.quit();
    });
    poll.start(1);
    if (isSaving()) loop.exec(QEventLoop::ExcludeUserInputEvents);
    return !session_.workspace.isModified();
}

void FileFlow::saveAs(Side side) {
    const QString path = session_.workspace.path(side);
    QFileDialog dialog(&window_,
                       tr("Save %1 as").arg(languageName(session_.workspace.language(side))));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setNameFilter(subtitleFilter());
    dialog.setDefaultSuffix(path.isEmpty() ? QStringLiteral("srt") : QFileInfo(path).suffix());
    dialog.setDirectory(path.isEmpty() ? session_.settings.lastFolder()
                                       : QFileInfo(path).absolutePath());
    dialog.selectFile(path.isEmpty() ? QString() : fileName(path));
    if (dialog.exec() == QDialog::Accepted) saveTo(side, dialog.selectedFiles().value(0));
}

void FileFlow::tellSaved(Side side, const Result<Saved>& result) {
    problems_.clear(saveId(side));
    if (result) {
        tellLosses(side, *result);
        emit saved(side);
        return;
    }
    const bool isOther = result.error().code == "session.changed-on-disk";
    const QString reason = asSentence(QString::fromStdString(result.error().message));
    const ProblemAction elsewhere{tr("Save elsewhere…"), [this, side] { saveAs(side); }};
    const ProblemAction overwrite{tr("Overwrite it"),
                                  [this, side] { saveTrack(side, ChangedOnDisk::Overwrite); }};
    const ProblemAction again{tr("Try again"),
                              [this, side] { saveTrack(side, ChangedOnDisk::Refuse); }};
    const QString text =
        isOther ? tr("Not saved: %1 Your edits are still here.")
                : tr("Not saved: %1 The old file is untouched and your edits are still here.");
    problems_.show({saveId(side),
                    ProblemKind::Failure,
                    text.arg(reason),
                    {elsewhere, isOther ? overwrite : again}});
}

// Stays until the track can be written: as a file that is let go, or as a copy.
void FileFlow::tellReadOnly(Side side) {
    const QString id = QStringLiteral("read-only-") + saveId(side);
    problems_.clear(id);
    if (!session_.workspace.isReadOnly(side)) return;
    problems_.show(
        {id,
         ProblemKind::Remark,
         tr("%1 is read-only: another program holds the file, or it may not be written by you.")
             .arg(nameOf(side)),
         {{tr("Save a copy…"), [this, side] { saveAs(side); }}, {tr("Look again"), [this, side] {
                                                                     session_.workspace.lookAgain();
                                                                     tellReadOnly(side);
                                                                 }}}});
}

void FileFlow::tellLosses(Side side, const Saved& saved) {
    QStringList items;
    for (const LossItem& item : saved.losses.items)
        if (item.severity != LossSeverity::Info)
            items << QStringLiteral("%1 (%2)")
                         .arg(QString::fromStdString(item.feature))
                         .arg(item.count);
    const QString id = saveId(side) + QStringLiteral("-losses");
    problems_.clear(id);
    if (items.isEmpty()) return;
    problems_.show({id,
                    ProblemKind::Problem,
                    tr("%1 is saved, but its format cannot hold everything: %2.")
                        .arg(fileName(saved.path), items.join(QStringLiteral(", "))),
                    {{tr("Save in another format…"), [this, side] { saveAs(side); }}}});
}

bool FileFlow::mayLeave() {
    if (!session_.workspace.isModified()) return true;
    QStringList names;
    for (const Side side : kBothSides)
        if (session_.workspace.isModified(side)) names << nameOf(side);
    QMessageBox question(
        QMessageBox::NoIcon,
        tr("Subs"),
        tr("%1: there are edits that are not saved.").arg(names.join(QStringLiteral(", "))),
        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel,
        &window_);
    question.setInformativeText(tr("Save them, or go on without them?"));
    question.setDefaultButton(QMessageBox::Save);
    const int answer = question.exec();
    return answer == QMessageBox::Discard || (answer == QMessageBox::Save && saveAndWait());
}

}  // namespace subs::editor
