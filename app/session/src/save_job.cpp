// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/base/file.h>
#include <subs/format/registry.h>
#include <subs/session/save_job.h>

#include <QtCore/QCoreApplication>

#include <filesystem>
#include <utility>

namespace subs::session {

Result<WrittenFile> runSaveJob(const SaveJob& job) {
    if (job.unchanged && isChanged(job.path, *job.unchanged))
        return failure("session.changed-on-disk",
                       QCoreApplication::translate(
                           "subs::session::SaveJob",
                           "%1 was not saved: another program changed the file since it was opened")
                           .arg(job.path)
                           .toStdString());
    WriteOptions options;
    if (job.timeline) {
        options.rounding = Rounding::Frame;
        options.timeline = &*job.timeline;
    }
    auto written = writtenDocument(*job.document, *job.format, options);
    if (!written) return tl::unexpected(written.error());
    const std::filesystem::path path(job.path.toStdU16String());
    const auto done = writeFileAtomically(path, written->bytes);
    if (!done) return tl::unexpected(done.error());
    return WrittenFile{stampOf(job.path, written->bytes), std::move(written->losses)};
}

}  // namespace subs::session
