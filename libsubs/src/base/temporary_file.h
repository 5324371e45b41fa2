// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/file.h>

#include "descriptor.h"

#include <filesystem>
#include <string>

namespace subs {

/// A file that is being written and has no place yet. Where the file system can do it (O_TMPFILE)
/// it has no name either, so that a writer that is killed leaves nothing (between naming
/// and renaming, some microseconds, a whole copy); elsewhere it has a hidden
/// name in the folder that its destructor removes.
class TemporaryFile {
public:
    /// A new empty file on the file system of `folder`; `isOpen()` is false and errno set where
    /// that cannot be.
    explicit TemporaryFile(const std::filesystem::path& folder);
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile();

    bool isOpen() const { return file_.fd >= 0; }
    int fd() const { return file_.fd; }
    /// Gives the complete file its place in the same folder, in one step for whoever looks.
    /// `Existing::Refuse` fails with EEXIST where there is a file, without a gap in time. False
    /// with errno set where it could not be done.
    bool putInPlace(const std::filesystem::path& target, Existing existing);

private:
    /// Gives a nameless file the name `name`.
    bool linkAs(const std::string& name) const;
    /// A hidden name in the folder, where it has none; rename() needs one to replace a file.
    bool takeName();

    Descriptor file_;
    std::filesystem::path folder_;
    std::string name_;  ///< Empty while the file has none, or no longer its own.
};

}  // namespace subs
