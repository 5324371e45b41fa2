// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/file.h>
#include <subs/base/result.h>

#include "job/file_before.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace subs {

/// The pictures beside a file that refers to them. They are written first, each whole, and go again
/// unless `keep` says that the file is there too: nobody sees a file whose pictures are missing,
/// and nothing is left of one that was not finished.
class PictureFiles {
public:
    PictureFiles(std::filesystem::path folder, Existing existing);
    PictureFiles(const PictureFiles&) = delete;
    PictureFiles& operator=(const PictureFiles&) = delete;
    ~PictureFiles();

    /// Writes the file `name`. One that is there with the same bytes is taken as it is, and stays
    /// whatever happens; another is replaced where that is allowed. Errors as of `checkFree` and
    /// `writeFileAtomically`.
    Result<void> put(const std::string& name, std::string_view bytes);
    void keep() { written_.clear(); }

private:
    std::filesystem::path folder_;
    Existing existing_;
    std::vector<FileBefore> written_;
};

}  // namespace subs
