// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/cue_editor.h>
#include <subs/editor/file_flow.h>
#include <subs/format/format.h>
#include <subs/session/settings.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QFileInfo>
#include <QtCore/QPointer>
#include <QtCore/QThreadPool>
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
    : QObject(&window), session_(session), problems_(problems), window_(window) {}

QString FileFlow::nameOf(Side side) const {
    const QString path = session_.workspace.path(side);
    return path.isEmpty() ? tr("The %1 track").arg(languageName(session_.workspace.language(side)))
                          : fileName(path);
}

void FileFlow::open(const QStringList& files) {
    if (files.isEmpty()) return;
    reading_ = true;
    const quint64 reading = ++generation_;
    const QPointer<FileFlow> self(this);
    QThreadPool::globalInstance()->start([files, reading, self] {
        auto read = std::make_shared<OpenedFiles>(readFiles(files));
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self, read, reading] {
                if (self) self->take(std::move(*read), reading);
            },
            Qt::QueuedConnection);
    });
}

void FileFlow::take(OpenedFiles files, quint64 reading) {
    if (reading != generation_) return;
    reading_ = false;
    if (session_.workspace.wouldLoseEdits(files) && !mayLeave()) return;
    report_ = session_.workspace.adopt(std::move(files));
    tellErrors(report_);
    for (const Side side : report_.tracks)
        tellRemarks(side);
    remember(report_);
    emit opened(report_);
}

void FileFlow::tellErrors(const OpenReport& report) {
    for (const FileError& failed : report.errors)
        problems_.show({QStringLiteral("open ") + failed.path,
                        ProblemKind::Problem,
                        asSentence(QString::fromStdString(failed.error.message)),
                        {{tr("Open another…"), [this] { chooseAndOpen(FileFilter::All); }}}});
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
    const int more = static_cast<int>(remarks.size()) - 1;
    QString text =
        QStringLiteral("%1: %2").arg(where, asSentence(QString::fromStdString(first.message)));
    if (more > 0)
        text += QLatin1Char(' ') + (more == 1 ? tr("There is one more remark.")
                                              : tr("There are %1 more remarks.").arg(more));
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
                              tr("Subtitles (*.srt *.ass *.ssa)")};
    QFileDialog dialog(&window_, tr("Open"), session_.settings.lastFolder());
    dialog.setFileMode(QFileDialog::ExistingFiles);
    dialog.setNameFilters(filters);
    dialog.selectNameFilter(filters[static_cast<int>(filter)]);
    if (dialog.exec() == QDialog::Accepted) open(dialog.selectedFiles());
}

bool FileFlow::save() {
    bool all = true;
    for (const Side side : kBothSides)
        if (session_.workspace.isModified(side))
            all = saveTrack(side, ChangedOnDisk::Refuse) && all;
    return all;
}

bool FileFlow::saveTrack(Side side, ChangedOnDisk changed) {
    if (session_.workspace.path(side).isEmpty()) return saveAs(side);
    return tellSaved(side, session_.workspace.save(side, {.changed = changed}));
}

bool FileFlow::saveTo(Side side, const QString& path) {
    return tellSaved(side, session_.workspace.saveAs(side, path));
}

bool FileFlow::saveAs(Side side) {
    const QString path = session_.workspace.path(side);
    QFileDialog dialog(&window_,
                       tr("Save %1 as").arg(languageName(session_.workspace.language(side))));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setNameFilter(tr("Subtitles (*.srt *.ass *.ssa)"));
    dialog.setDefaultSuffix(path.isEmpty() ? QStringLiteral("srt") : QFileInfo(path).suffix());
    dialog.setDirectory(path.isEmpty() ? session_.settings.lastFolder()
                                       : QFileInfo(path).absolutePath());
    dialog.selectFile(path.isEmpty() ? QString() : fileName(path));
    if (dialog.exec() != QDialog::Accepted) return false;
    return saveTo(side, dialog.selectedFiles().value(0));
}

bool FileFlow::tellSaved(Side side, const Result<Saved>& result) {
    problems_.clear(saveId(side));
    if (result) {
        tellLosses(side, *result);
        emit saved();
        return true;
    }
    const QString reason = asSentence(QString::fromStdString(result.error().message));
    const ProblemAction elsewhere{tr("Save elsewhere…"), [this, side] { saveAs(side); }};
    if (result.error().code == "session.changed-on-disk")
        problems_.show({saveId(side),
                        ProblemKind::Failure,
                        tr("Not saved: %1 Your edits are still here.").arg(reason),
                        {elsewhere, {tr("Overwrite it"), [this, side] {
                                         saveTrack(side, ChangedOnDisk::Overwrite);
                                     }}}});
    else
        problems_.show({saveId(side),
                        ProblemKind::Failure,
                        tr("Not saved: %1 The old file is untouched and your edits are still here.")
                            .arg(reason),
                        {elsewhere, {tr("Try again"), [this, side] {
                                         saveTrack(side, ChangedOnDisk::Refuse);
                                     }}}});
    return false;
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
    return answer == QMessageBox::Discard || (answer == QMessageBox::Save && save());
}

}  // namespace subs::editor
